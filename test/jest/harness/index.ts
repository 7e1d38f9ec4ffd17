/**
 * Runs the real Jest on real projects that use the packed kit.
 * @module
 */
export * from '../../vitest/harness/index.ts'
export * from './jest.ts'
export * from './results.ts'
