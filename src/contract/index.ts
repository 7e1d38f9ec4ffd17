/**
 * What Debitura says: vocabulary, shapes and operations. No I/O.
 * @module
 */
export * from './operations/index.ts'
export * from './shapes/index.ts'
export * from './words/index.ts'
