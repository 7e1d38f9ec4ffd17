import { badRequest, notFound } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { World } from '../../store/world.ts'

/** The case, if it is there and the account's own. */
export function ownCaseOrNone(world: World, accountId: string, id: string): CaseRecord | undefined {
  const record = world.cases.byId(id)
  return record?.accountId === accountId ? record : undefined
}

/** A case of any account; otherwise 404. */
export function anyCase(world: World, id: string): CaseRecord {
  const record = world.cases.byId(id)
  if (record === undefined) throw notFound('case with this id')
  return record
}

/** The account's own case; otherwise 404. */
export function ownCase(world: World, accountId: string, id: string): CaseRecord {
  const record = ownCaseOrNone(world, accountId, id)
  if (record === undefined) throw notFound('case with this id')
  return record
}

/** The account's own test case; 400 where it is a production case. */
export function ownTestCase(world: World, accountId: string, id: string): CaseRecord {
  const record = ownCase(world, accountId, id)
  if (!record.isTest) {
    const message = 'This is a production case, and a managing partner changes payments of test cases only.'
    throw badRequest('NotATestCase', message)
  }
  return record
}
