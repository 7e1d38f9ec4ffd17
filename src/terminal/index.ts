/**
 * What a person sees of a run: a first line, progress, a summary.
 * @module
 */
export { isJournalLeft } from './journal-table.ts'
export { Screen } from './screen.ts'
export { SweepScreen } from './sweep-screen.ts'
