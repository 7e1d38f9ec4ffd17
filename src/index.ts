/**
 * The kit for scripts, and what every adapter shares.
 * @module
 */
export * from './contract/words/index.ts'
export { DebituraApiError, DebituraTestkitError, type ErrorCode, type Refusal } from './errors/index.ts'
export type * from './kit/index.ts'
export type { Leftover, Report, ResourceKind, Tally } from './protocol/index.ts'
export { type ScriptRun, startRun } from './script/script-run.ts'
export { type DebituraOptions, isOurs, type Listed, type OnboardingRequest } from './steward/index.ts'
