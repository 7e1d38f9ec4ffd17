/**
 * What crosses between a test worker, the runner's main process and the steward: addresses, calls, errors.
 * @module
 */
export * from './account.ts'
export * from './channel.ts'
export * from './delivery.ts'
export * from './lease-functions.ts'
export * from './report.ts'
export * from './run-address.ts'
export * from './scope.ts'
export * from './steward-functions.ts'
export * from './webhook-functions.ts'
export * from './wire-error.ts'
