/**
 * What a person sees of a run: a first line, progress, a summary.
 * @module
 */
export { type Output, Screen } from './screen.ts'
export { type Colors, summary } from './summary.ts'
