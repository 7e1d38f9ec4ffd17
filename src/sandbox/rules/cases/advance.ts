import type { AdvanceResult } from '../../../contract/shapes/index.ts'
import {
  ADVANCE_TARGETS,
  type AdvanceState,
  type AdvanceTarget,
  LIFECYCLES,
  type Lifecycle,
} from '../../../contract/words/index.ts'
import type { BehaviourName } from '../../behaviours.ts'
import { badRequest } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { World } from '../../store/world.ts'
import { remainderOf } from '../payments/amounts.ts'
import { LARGEST_AMOUNT, toHundredths } from '../payments/currency.ts'
import { paidToCreditor, recordPayment } from '../payments/record-payment.ts'
import { startOfDay } from '../time.ts'
import { activate, close } from './drive-case.ts'

/** The choice that decides where the documentation does not say whether a lifecycle can be advanced from. */
const CHOICES: { readonly [Name in Lifecycle]?: Extract<BehaviourName, `advanceFrom${string}`> } = {
  PendingContractSigning: 'advanceFromContractSigning',
  NeedsAdditionalDetails: 'advanceFromWaiting',
  Leads: 'advanceFromWaiting',
  LeadsQuoteGiven: 'advanceFromWaiting',
  Paused: 'advanceFromPaused',
  Merged: 'advanceFromMerged',
}

/** Where a case is to go. */
interface AdvanceOrder {
  readonly to: string
  readonly amount?: number | null | undefined
}

/**
 * Drives a test case to a state. At the target or past it, nothing happens.
 * @see docs.debitura.com/developer-concepts/webhooks/ci-testing
 */
export function advance(world: World, record: CaseRecord, { to, amount }: AdvanceOrder): AdvanceResult {
  if (!record.isTest)
    throw badRequest('NotATestCase', 'Only test cases can be advanced, and this is a production case.')
  const target = ADVANCE_TARGETS.find((known) => known === to)
  if (target === undefined) {
    throw badRequest(
      'InvalidTarget',
      `'${to}' is not a state to advance to. Use ${ADVANCE_TARGETS.join(', ')}.`,
    )
  }
  const paid = target === 'Closed:Paid' ? positive(amount) : 0
  if (record.lifecycle === 'Closed') return alreadyClosed(record, target)
  if (target === 'Active' && record.lifecycle === 'Active') return { advanced: false, state: 'Active' }
  refuseUnlessDrivable(world, record)
  if (target === 'Closed:Paid') refuseTooLittle(world, record, paid)
  drive(world, record, target, paid)
  return { advanced: true, state: target }
}

function drive(world: World, record: CaseRecord, target: AdvanceTarget, paid: number): void {
  const from = record.lifecycle
  const once = target !== 'Active' && world.behaviours.advanceUpdates === 'once'
  if (from !== 'Active') activate(world, record, 'System', once ? 'silent' : 'announce')
  if (target === 'Active') return
  if (target === 'Closed:Paid')
    recordPayment(world, record, paidToCreditor(paid, startOfDay(world.now())), 'System')
  const closeCode = target === 'Closed:Paid' ? 'Paid' : 'PreLegalExhaustedNoPayment'
  close(world, record, closeCode, 'System', once ? { from } : {})
}

function positive(amount: number | null | undefined): number {
  if (amount == null) throw badRequest('MissingAmount', 'amount is required to advance to Closed:Paid.')
  const hundredths = toHundredths(amount)
  if (!(hundredths > 0)) throw badRequest('InvalidAmount', 'amount must be greater than 0.')
  if (hundredths > LARGEST_AMOUNT) throw badRequest('InvalidAmount', 'amount is too large.')
  return hundredths
}

function alreadyClosed(record: CaseRecord, target: AdvanceTarget): AdvanceResult {
  const state = closedState(record)
  if (target !== 'Active' && target !== state) {
    throw badRequest('AlreadyClosed', `The case is closed as ${state}, and cannot become ${target}.`)
  }
  return { advanced: false, state }
}

function closedState({ closeCode }: CaseRecord): AdvanceState {
  if (closeCode === 'Paid') return 'Closed:Paid'
  return closeCode === 'PreLegalExhaustedNoPayment' ? 'Closed:NoPayment' : 'Closed'
}

function refuseUnlessDrivable(world: World, { lifecycle }: CaseRecord): void {
  const choice = CHOICES[lifecycle]
  if (choice === undefined || world.behaviours[choice] === 'activate') return
  throw badRequest('InvalidLifecycle', `A case in '${LIFECYCLES[lifecycle]}' cannot be advanced.`)
}

function refuseTooLittle(world: World, record: CaseRecord, amount: number): void {
  const remainder = remainderOf(record)
  if (amount >= remainder || world.behaviours.advancePaidBelowOutstanding === 'close') return
  throw badRequest(
    'AmountTooLow',
    `A case closes as paid once ${remainder} are paid, and amount is ${amount}.`,
  )
}
