import { safeParse } from 'valibot'
import { timestamp } from '../../contract/shapes/field.ts'
import { isDay, toUtc } from '../rules/time.ts'

/** The whole number of 32 bits that a parameter's text says; `undefined` where it says none. */
export function wholeNumber(text: string): number | undefined {
  const value = /^[+-]?\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  return (value | 0) === value ? value : undefined
}

/** `true` or `false`, in any case; `undefined` where the text says neither. */
export function truth(text: string): boolean | undefined {
  const word = text.toLowerCase()
  return word === 'true' || word === 'false' ? word === 'true' : undefined
}

/** The point in time that the text says, as ISO 8601 in UTC; without a zone it is UTC already. */
export function time(text: string): string | undefined {
  // A plus sign that the caller did not escape arrives as a space.
  const written = text.replace(/ (?=\d{2}:\d{2}$)/, '+')
  return safeParse(timestamp, written).success && isDay(written) ? toUtc(written) : undefined
}
