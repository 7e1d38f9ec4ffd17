/**
 * What a person sees of a run: a first line, progress, a summary.
 * @module
 */
export { Screen } from './screen.ts'
