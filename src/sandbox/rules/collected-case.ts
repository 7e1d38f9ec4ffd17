import type { Lifecycle } from '../../contract/words/index.ts'
import { notFound } from '../http/refusal.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { World } from '../store/world.ts'

const HIDDEN: ReadonlySet<Lifecycle> = new Set(['PendingContractSigning', 'PendingVerificationInternal'])

/** Whether a case is still with Debitura, and kept from collection partners. */
export const isHidden = ({ lifecycle }: CaseRecord): boolean => HIDDEN.has(lifecycle)

/** A case that the collection partner collects; otherwise 404. */
export function collectedCase(world: World, collectionPartnerId: string, id: string): CaseRecord {
  const record = world.cases.byId(id)
  if (record?.collectionPartnerId !== collectionPartnerId) throw notFound('case with this id')
  const shown = record.isTest && world.behaviours.hiddenTestCaseById === 'answer'
  if (isHidden(record) && !shown) throw notFound('case with this id')
  return record
}
