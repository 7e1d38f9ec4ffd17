/**
 * What runs of the kit left on Debitura: found by what Debitura lists, and deleted.
 * @module
 */
export { readAge } from './older-than.ts'
export { leavesSomething, type SweepLine, type SweepReport } from './report.ts'
export { runsToSpare } from './runs-to-spare.ts'
export { assertRemote, type SweepSettings, sweepSettings, unseen } from './settings.ts'
export { type SweepProgress, sweepRemote } from './sweep.ts'
export { sweepTools } from './tools.ts'
