import type { CaseRecord } from '../../store/case-record.ts'
import { toHundredths } from './currency.ts'

/** Adds amounts up to the hundredth: each is whole in hundredths, and whole numbers add up exactly. */
export function sumOf(amounts: Iterable<number>): number {
  let hundredths = 0
  for (const amount of amounts) hundredths += Math.round(amount * 100)
  return hundredths / 100
}

/** What was paid so far. */
export const paidOn = (record: CaseRecord): number => sumOf(record.payments.map(({ amount }) => amount))

/** Interest and fees. */
export const feesOn = ({ interestFees, reminderFees, collectionFees }: CaseRecord): number =>
  sumOf([interestFees, reminderFees, collectionFees])

/** What is owed in all: the claim, interest and fees. */
export const owedOn = (record: CaseRecord): number => sumOf([record.grossAmount, feesOn(record)])

/** What is still owed. Negative where more was paid than owed. */
export const remainderOf = (record: CaseRecord): number =>
  record.payments.length === 0 ? owedOn(record) : sumOf([owedOn(record), -paidOn(record)])

/** What is still owed of each part. */
export interface Allocation {
  readonly principal: number
  readonly interest: number
  readonly reminderFees: number
  readonly collectionFees: number
}

/** What is still owed, part by part: payments go to the claim first, then to interest, and then to the fees. */
export function allocationOf(record: CaseRecord): Allocation {
  const { grossAmount, interestFees, reminderFees, collectionFees } = record
  if (record.payments.length === 0)
    return { principal: grossAmount, interest: interestFees, reminderFees, collectionFees }
  let paid = paidOn(record)
  const left = (part: number): number => {
    const covered = Math.min(part, paid)
    paid = sumOf([paid, -covered])
    return sumOf([part, -covered])
  }
  return {
    principal: left(grossAmount),
    interest: left(interestFees),
    reminderFees: left(reminderFees),
    collectionFees: left(collectionFees),
  }
}

/** A part of an amount, in percent. */
export const percentOf = (amount: number, percent: number): number => toHundredths((amount * percent) / 100)
