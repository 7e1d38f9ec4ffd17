/** Whether a timestamp names a day that the calendar has. */
export function isDay(timestamp: string): boolean {
  const [year = 0, month = 0, day = 0] = timestamp.slice(0, 10).split('-').map(Number)
  // JavaScript reads the 31st of February as the 3rd of March.
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && !Number.isNaN(Date.parse(timestamp))
}

/** Brings a timestamp of a request to ISO 8601 in UTC. Without a zone it is UTC already. */
export function toUtc(timestamp: string): string {
  const zoned = /T.*(Z|[+-]\d{2}:\d{2})$/.test(timestamp) || !timestamp.includes('T')
  return new Date(zoned ? timestamp : `${timestamp}Z`).toISOString()
}

/** The day of a timestamp in UTC: `2026-06-17`. */
export const dayOf = (timestamp: string): string => toUtc(timestamp).slice(0, 10)

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
