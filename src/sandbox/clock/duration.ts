import { DebituraTestkitError } from '../../errors/index.ts'
import { isDay } from '../rules/time.ts'

/** Milliseconds in each unit. */
/** A day in milliseconds. */
export const DAY_MS = 86_400_000

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: DAY_MS } as const

/** A length of time: a number and a unit, `'90s'`, `'1.5h'` or `'7d'`. */
export type Duration = `${number}${keyof typeof UNITS}`

/** As far as a clock is moved in one go: a hundred years. */
export const LONGEST_MOVE_MS: number = 36_525 * UNITS.d

const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/

const refuse = (why: string, todo: string) =>
  new DebituraTestkitError({ code: 'DBT_SETTINGS', what: "Failed to move a world's clock", why, todo })

/** Reads a duration as whole milliseconds. Throws `DBT_SETTINGS`. */
export function millisecondsOf(duration: Duration): number {
  const [, number, unit] = DURATION.exec(duration) ?? []
  if (number === undefined || unit === undefined)
    throw refuse(
      `'${duration}' is not a length of time`,
      `Use a number and one of ${Object.keys(UNITS).join(', ')}, for example '90s' or '7d'`,
    )
  // The pattern lets no other unit through.
  const milliseconds = Math.round(Number(number) * UNITS[unit as keyof typeof UNITS])
  if (milliseconds > LONGEST_MOVE_MS)
    throw refuse(`'${duration}' is more than a hundred years`, 'Move the clock less far')
  return milliseconds
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

/**
 * Reads the moment that a clock is to move to, which is still to come.
 * @param now - milliseconds since 1970
 */
export function momentOf(moment: Date | string, now: number): number {
  const known = moment instanceof Date || (MOMENT.test(moment) && isDay(moment))
  const milliseconds = known ? new Date(moment).getTime() : Number.NaN
  if (Number.isNaN(milliseconds))
    throw refuse(
      `'${String(moment)}' is not a moment`,
      "Use a Date, a day, or ISO 8601 with a zone: '2026-06-17T08:30:00Z'",
    )
  if (milliseconds < now)
    throw refuse(
      `${new Date(milliseconds).toISOString()} is before ${new Date(now).toISOString()}, and a clock never goes back`,
      'Move it forward, or restore a snapshot from before',
    )
  if (milliseconds - now > LONGEST_MOVE_MS)
    throw refuse(
      `${new Date(milliseconds).toISOString()} is more than a hundred years away`,
      'Move the clock less far',
    )
  return milliseconds
}
