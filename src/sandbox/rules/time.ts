import { DAY_MS } from '../clock/duration.ts'

/** Whether a timestamp names a day that the calendar has. */
export function isDay(timestamp: string): boolean {
  const day = timestamp.slice(0, 10)
  // JavaScript reads the 31st of February as the 3rd of March.
  const inCalendar = new Date(day).getUTCDate() === Number(day.slice(8))
  return inCalendar && (day === timestamp || !Number.isNaN(Date.parse(timestamp)))
}

/** Brings a timestamp of a request to ISO 8601 in UTC. Without a zone it is UTC already. */
export function toUtc(timestamp: string): string {
  if (!timestamp.includes('T')) return `${timestamp}T00:00:00.000Z`
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(timestamp)
  return new Date(zoned ? timestamp : `${timestamp}Z`).toISOString()
}

/** The day of a timestamp in UTC: `2026-06-17`. Only another zone makes it another day than the one that is written. */
export const dayOf = (timestamp: string): string =>
  (/[+-]\d{2}:\d{2}$/.test(timestamp) ? toUtc(timestamp) : timestamp).slice(0, 10)

/** The beginning of a timestamp's day in UTC, as ISO 8601: how a date without a time is kept. */
export const startOfDay = (timestamp: string): string => `${dayOf(timestamp)}T00:00:00.000Z`

/** The same time some days later. */
export const daysLater = (timestamp: string, days: number): string =>
  new Date(Date.parse(timestamp) + days * DAY_MS).toISOString()

/** Whether a time is more than so many years past. Both are ISO 8601 in UTC, which sorts as text. */
export const isOlderThan = (timestamp: string, years: number, now: string): boolean =>
  Number(timestamp.slice(0, 4)) + years <= 9999 &&
  `${String(Number(timestamp.slice(0, 4)) + years).padStart(4, '0')}${timestamp.slice(4)}` < now

/** The same day of a later month, or that month's last day. */
export function monthsLater(timestamp: string, months: number): string {
  const time = new Date(timestamp)
  const day = time.getUTCDate()
  time.setUTCDate(1)
  time.setUTCMonth(time.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate()
  time.setUTCDate(Math.min(day, lastDay))
  return time.toISOString()
}
