import {
  type CommissionStatus,
  LIFECYCLES,
  PAYMENT_RECIPIENTS,
  type PaymentRecipient,
} from '../../../contract/words/index.ts'
import { badRequest, invalidFields } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { World } from '../../store/world.ts'
import { isCollected } from '../cases/is-collected.ts'
import { FieldMessages, isBlank } from '../field-messages.ts'
import { isDay, startOfDay } from '../time.ts'
import { LARGEST_AMOUNT, toHundredths } from './currency.ts'
import { payoutOf } from './payout.ts'
import type { NewPayment } from './record-payment.ts'

/** A payment as a request states it. */
export interface PaymentTerms {
  readonly date: string
  readonly paymentAmount: number
  readonly paymentRecipient: string
  readonly commissionPaymentStatus?: string | null | undefined
  readonly payoutCreditor?: number | null | undefined
  readonly payoutCollectionPartner?: number | null | undefined
}

/** Who may have received a payment that is edited. */
export const EDIT_RECIPIENTS = [
  'Creditor',
  'CollectionPartner',
] as const satisfies readonly PaymentRecipient[]

/** Refuses a payment on a case that takes none. */
export function refuseUnlessPayable(world: World, { lifecycle }: CaseRecord): void {
  const taken = world.behaviours.paymentOutsideCollection === 'record' && lifecycle !== 'Merged'
  if (isCollected(lifecycle) || taken) return
  throw badRequest('InvalidLifecycle', `A case in '${LIFECYCLES[lifecycle]}' takes no payments.`)
}

/**
 * Reads a payment, or refuses it field by field. An edit knows fewer recipients than a new payment.
 * @see Collection Partner API, `POST /cases/{id}/payments`
 */
export function checkedPayment(
  record: CaseRecord,
  terms: PaymentTerms,
  recipients: readonly PaymentRecipient[] = PAYMENT_RECIPIENTS,
): NewPayment {
  const found = new FieldMessages()
  const amount = checkedAmount(terms.paymentAmount, found)
  if (!isDay(terms.date)) found.add('date', `'${terms.date}' is not a date.`)
  const recipient = recipients.find((known) => sameWord(known, terms.paymentRecipient))
  if (recipient === undefined)
    found.add('paymentRecipient', `paymentRecipient must be ${recipients.join(' or ')}.`)
  const commission = commissionOf(terms, recipient, found)
  const payout = payoutOf(record, amount, terms, found)
  const problems = found.found()
  if (problems !== undefined || recipient === undefined) throw invalidFields(problems ?? {})
  return { date: startOfDay(terms.date), amount, recipient, commission, payout }
}

/** Reads an amount to the hundredth. That it is not too small is for the schema to say. */
function checkedAmount(amount: number, found: FieldMessages): number {
  if (amount > LARGEST_AMOUNT) found.add('paymentAmount', 'paymentAmount is too large.')
  return toHundredths(amount)
}

/** Whether the commission is paid: only where the creditor was paid can it still be open. */
function commissionOf(
  { commissionPaymentStatus: text }: PaymentTerms,
  recipient: PaymentRecipient | undefined,
  found: FieldMessages,
): CommissionStatus {
  if (recipient !== 'Creditor') return 'Paid'
  const status = (['Paid', 'Unpaid'] as const).find((known) => sameWord(known, text ?? ''))
  if (isBlank(text)) {
    found.add(
      'commissionPaymentStatus',
      'commissionPaymentStatus is required where the creditor was paid: Paid or Unpaid.',
    )
  } else if (status === undefined) {
    found.add('commissionPaymentStatus', 'commissionPaymentStatus must be Paid or Unpaid.')
  }
  return status ?? 'Unpaid'
}

const sameWord = (known: string, text: string) => known.toLowerCase() === text.trim().toLowerCase()

/** Reads the payment that a managing partner states: all of it goes to the creditor. */
export function checkedManagedPayment(terms: Pick<PaymentTerms, 'date' | 'paymentAmount'>) {
  const found = new FieldMessages()
  const amount = checkedAmount(terms.paymentAmount, found)
  if (!isDay(terms.date)) found.add('date', `'${terms.date}' is not a date.`)
  const problems = found.found()
  if (problems !== undefined) throw invalidFields(problems)
  return { amount, date: startOfDay(terms.date) }
}
