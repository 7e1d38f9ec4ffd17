/**
 * The typed way to call Debitura: operations over shared connections, with retries, rate limits and errors that say
 * what to do.
 * @module
 */
export type { CallRequest, Lane } from './call-request.ts'
export { type Clocks, connect, type DebituraConnection } from './connection.ts'
export type { ConnectionOptions } from './connection-options.ts'
export { type Fate, fateOf } from './fate.ts'
export { checkOrigins } from './origins.ts'
export { Pace } from './pace.ts'
export { createRedactor, type Redactor } from './redactor.ts'
export { VERSION } from './version.ts'
