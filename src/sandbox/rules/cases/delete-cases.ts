import { badRequest, notFound } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { World } from '../../store/world.ts'
import { dropAbout } from '../../webhooks/drop.ts'

/** Removes a case for good, with its payments, its timeline and what was delivered about it. */
export function removeCase(world: World, record: CaseRecord): void {
  for (const payment of record.payments) world.payments.delete(payment)
  for (const task of record.dossier?.tasks ?? []) world.tasks.delete(task)
  world.cases.delete(record)
  dropAbout(world, record.id)
}

/** Deletes a test case. @see Customer API, `DELETE /test/cases/{id}` */
export function deleteTestCase(world: World, record: CaseRecord | undefined): undefined {
  if (record === undefined) {
    if (world.behaviours.deleteAbsentTestCase === 'no-content') return
    throw notFound('case with this id')
  }
  if (!record.isTest) throw productionCase('This is a production case, and only test cases can be deleted.')
  removeCase(world, record)
}

/**
 * Deletes an account's test cases with a tag: all of them, or none where one of them is a production case.
 * @see Customer API, `DELETE /test/cases`
 */
export function deleteTestCasesByTag(world: World, accountId: string, tag: string | undefined): undefined {
  if (tag === undefined || tag.trim() === '')
    throw badRequest('MissingTag', 'tag is required, and may not be blank.')
  const tagged = world.cases.tagged(accountId, tag)
  for (const record of tagged) {
    if (!record.isTest) throw productionCase('A production case bears this tag, so nothing was deleted.')
  }
  for (const record of [...tagged]) removeCase(world, record)
}

const productionCase = (message: string) => badRequest('NotATestCase', message)
