import type { Lifecycle } from '../../../contract/words/index.ts'
import { notFound } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { World } from '../../store/world.ts'

const HIDDEN: ReadonlySet<Lifecycle> = new Set(['PendingContractSigning', 'PendingVerificationInternal'])

/** Whether a case is still with Debitura, and kept from collection partners. */
export const isHidden = ({ lifecycle }: CaseRecord): boolean => isHiddenIn(lifecycle)

/** Whether Debitura keeps a case from collection partners while it is in a lifecycle. */
export const isHiddenIn = (lifecycle: Lifecycle): boolean => HIDDEN.has(lifecycle)

/** A case that the collection partner collects; otherwise 404. */
export const collectedCase = (world: World, collectionPartnerId: string, id: string): CaseRecord =>
  collected(world, collectionPartnerId, world.cases.byId(id), 'id')

/** The case that was found, if the collection partner collects it; otherwise 404. */
export function collected(
  world: World,
  collectionPartnerId: string,
  record: CaseRecord | undefined,
  foundBy: string,
): CaseRecord {
  if (record?.collectionPartnerId !== collectionPartnerId) throw notFound(`case with this ${foundBy}`)
  const shown = record.isTest && world.behaviours.hiddenTestCaseById === 'answer'
  if (isHidden(record) && !shown) throw notFound(`case with this ${foundBy}`)
  return record
}

/** The first of the cases that the collection partner collects in production; `undefined` where none is. */
export const productionCase = (
  collectionPartnerId: string,
  records: Iterable<CaseRecord>,
): CaseRecord | undefined =>
  [...records].find(
    (record) => record.collectionPartnerId === collectionPartnerId && !record.isTest && !isHidden(record),
  )
