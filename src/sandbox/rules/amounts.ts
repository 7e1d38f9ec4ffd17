import type { CaseRecord } from '../store/case-record.ts'
import { toHundredths } from './currency.ts'

/** What was paid so far. */
export const paidOn = (record: CaseRecord): number =>
  toHundredths(record.payments.reduce((sum, payment) => sum + payment.amount, 0))

/** What is owed in all: the claim and the fees. */
export const owedOn = (record: CaseRecord): number =>
  toHundredths(record.grossAmount + record.interestFees + record.reminderFees + record.collectionFees)

/** What is still owed. Negative where more was paid than owed. */
export const remainderOf = (record: CaseRecord): number =>
  record.payments.length === 0 ? owedOn(record) : toHundredths(owedOn(record) - paidOn(record))
