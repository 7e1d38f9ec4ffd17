import { toHundredths } from './currency.ts'

/** What a unit of a currency is worth in US dollars. Fixed, so that a test can expect an amount; a currency that is missing counts as a dollar. */
const RATES: Readonly<Record<string, number>> = {
  USD: 1,
  AED: 0.27,
  AUD: 0.66,
  BGN: 0.56,
  BRL: 0.18,
  CAD: 0.73,
  CHF: 1.14,
  CNY: 0.14,
  CZK: 0.044,
  DKK: 0.15,
  EUR: 1.1,
  GBP: 1.27,
  HKD: 0.13,
  HUF: 0.0028,
  ILS: 0.27,
  INR: 0.012,
  ISK: 0.0072,
  JPY: 0.0067,
  MXN: 0.055,
  NOK: 0.094,
  NZD: 0.61,
  PLN: 0.25,
  RON: 0.22,
  SEK: 0.096,
  SGD: 0.74,
  TRY: 0.03,
  ZAR: 0.055,
}

/** An amount in US dollars, at the sandbox's fixed rates. */
export const inUsDollars = (amount: number, currency: string): number =>
  toHundredths(amount * (RATES[currency] ?? 1))
