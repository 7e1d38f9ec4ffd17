/**
 * What a test holds: handles, payload builders, and the way to the steward. Loads no package.
 * @module
 */
export { debituraFor } from './debitura.ts'
export { buildCase, buildManagedCase } from './payload/case-payload.ts'
export { buildClient } from './payload/client-payload.ts'
export { connectSteward, type StewardClient, withoutRun } from './steward-client.ts'
export * from './types.ts'
