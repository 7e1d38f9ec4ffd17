/**
 * The run: who it is, what it made, and how that goes away again.
 * @module
 */
export type { EndOfTests } from './end-of-run.ts'
export { isOurs, type Listed } from './is-ours.ts'
export type { DebituraOptions, OnboardingRequest } from './options.ts'
export { type Run, startRun } from './start-run.ts'
