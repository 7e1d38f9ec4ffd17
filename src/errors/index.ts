/**
 * What can go wrong, as types. No I/O, no packages: every room may import it.
 * @module
 */
export * from './api-error.ts'
export * from './code.ts'
export * from './testkit-error.ts'
