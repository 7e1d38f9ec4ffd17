import type { Lifecycle } from '../../contract/words/index.ts'
import { isHidden, isHiddenIn } from '../rules/cases/collected-case.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { World } from '../store/world.ts'
import { announce } from './announce.ts'
import { assignedData } from './event-data.ts'

/** Tells a collection partner of a case that is new and not with Debitura any more. */
export function announceNewAssignment(world: World, record: CaseRecord): void {
  if (record.isTest && world.behaviours.selfAssignedTestCase === 'silent') return
  announceAssignment(world, record)
}

/**
 * Tells a collection partner of a case that Debitura has verified and routed to it. A test case is its partner's own
 * from the start.
 */
export function announceRouting(world: World, record: CaseRecord, from: Lifecycle): void {
  if (!record.isTest && isHiddenIn(from)) announceAssignment(world, record)
}

/** Tells a collection partner that a case is its own to collect. */
export function announceAssignment(world: World, record: CaseRecord): void {
  if (record.collectionPartnerId === null || isHidden(record)) return
  announce(world, record, { event: 'case.assigned', data: assignedData(world, record) })
}
