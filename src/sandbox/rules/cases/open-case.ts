import { randomUUID } from 'node:crypto'
import { customAlphabet } from 'nanoid'
import type { DebtorInput } from '../../../contract/shapes/index.ts'
import type { Lifecycle } from '../../../contract/words/index.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { Creditor } from '../../store/creditor.ts'
import type { DivisionRecord } from '../../store/division-table.ts'
import type { World } from '../../store/world.ts'
import { announce } from '../../webhooks/announce.ts'
import { announceNewAssignment } from '../../webhooks/announce-assignment.ts'
import { askForSignature } from '../dossier/tasks.ts'
import { toHundredths } from '../payments/currency.ts'
import { ageSurcharge } from '../pricing/age-surcharge.ts'
import { standardSuccessFee } from '../pricing/success-fee.ts'
import { toUtc } from '../time.ts'

const newReference = customAlphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 8)

/** Most cases of a test run never get a payment: they share one list of none. */
const NONE: readonly never[] = []

/** What a new case is made of. */
export interface NewCase {
  readonly accountId: string
  readonly creditor: Creditor
  readonly collectionPartnerId: string | null
  readonly isTest: boolean
  readonly tag?: string | null | undefined
  readonly creditorReference?: string | null | undefined
  readonly comments?: string | null | undefined
  readonly claimDescription?: string | null | undefined
  readonly currencyCode: string
  readonly amountToRecover: number
  readonly amountToRecoverOver12Months?: number | null | undefined
  readonly amountToRecoverOver24Months?: number | null | undefined
  /**
   * A success fee that somebody sets on purpose.
   * @default the standard one
   */
  readonly successFee?: number | undefined
  readonly date?: string | undefined
  readonly dueDate?: string | null | undefined
  readonly debtor: DebtorInput
  readonly assignedUserEmail?: string | null | undefined
  readonly division?: DivisionRecord | undefined
  readonly returnUrl?: string | null
  readonly lifecycle: Lifecycle
  /** @default the same lifecycle */
  readonly lifecycleOnceSigned?: Lifecycle
}

/** Opens a case, and tells who subscribed to it. */
export function openCase(world: World, request: NewCase): CaseRecord {
  const now = world.now()
  const date = request.date === undefined ? now : toUtc(request.date)
  const currency = request.currencyCode.toUpperCase()
  const grossAmount = toHundredths(request.amountToRecover)
  const dueDate = request.dueDate == null ? date : toUtc(request.dueDate)
  const { points: ageUplift, isBlended } = ageSurcharge(request, { due: dueDate, now }, world.behaviours)
  const { debtor } = request
  const record: CaseRecord = {
    id: randomUUID(),
    sequence: world.sequences.next('case'),
    reference: freeReference(world),
    accountId: request.accountId,
    creditor: request.creditor,
    collectionPartnerId: request.collectionPartnerId,
    isTest: request.isTest,
    tag: request.tag ?? null,
    creditorReference: request.creditorReference ?? null,
    comments: request.comments ?? null,
    claimDescription: request.claimDescription ?? null,
    currency,
    grossAmount,
    date,
    dueDate,
    debtor,
    assignedUserEmail: request.assignedUserEmail ?? null,
    returnUrl: request.returnUrl ?? null,
    dateCreated: now,
    division: request.division ?? null,
    placeInAccount: -1,
    placeInCollection: -1,
    lifecycle: request.lifecycle,
    lifecycleOnceSigned: request.lifecycleOnceSigned ?? request.lifecycle,
    closeCode: null,
    dateUpdated: null,
    dateCollectionStarted: null,
    exclusivePeriodEndDate: null,
    dateFinished: null,
    interestFees: 0,
    reminderFees: 0,
    collectionFees: 0,
    ageUplift,
    hasBlendedUplift: isBlended,
    successFee: request.successFee ?? standardSuccessFee({ grossAmount, currency, debtor, ageUplift }),
    successFeeIsIntentional: request.successFee !== undefined,
    collectionPartnerReference: null,
    payments: NONE,
    latestDeletedPayment: null,
    timeline: NONE,
    dossier: undefined,
  }
  world.cases.add(record)
  if (record.lifecycle === 'PendingContractSigning') askForSignature(world, record.accountId)
  announce(world, record, { event: 'case.created', data: {} })
  announceNewAssignment(world, record)
  return record
}

function freeReference(world: World): string {
  const reference = newReference()
  return world.cases.byReference(reference) === undefined ? reference : freeReference(world)
}
