import { DebituraTestkitError } from '../errors/index.ts'

/** Milliseconds in each unit. */
const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const

const AGE = /^(\d+(?:\.\d+)?)(m|h|d)$/

/** A run is seldom over within a minute: below that, a sweep would meet runs that still go on. */
const LEAST_MS: number = UNITS.m
const MOST_MS: number = 3_650 * UNITS.d

/**
 * Reads the age from which something may be swept, as milliseconds: a number and `m`, `h` or `d`.
 * @throws DebituraTestkitError `DBT_SETTINGS`
 */
export function readAge(given: unknown): number {
  const [, number = '', unit = ''] = AGE.exec(String(given)) ?? []
  // The pattern lets no other unit through.
  const milliseconds = Number(number) * UNITS[unit as keyof typeof UNITS]
  if (milliseconds >= LEAST_MS && milliseconds <= MOST_MS) return milliseconds
  throw new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: 'Failed to read --older-than',
    why: unit
      ? `${String(given)} is not between 1m and 3650d`
      : `${JSON.stringify(given)} is not an age with its unit`,
    todo: 'Give a number and m, h or d: 90m, 3h or 2d. Choose it longer than your longest run',
  })
}

/** An age for a person: `90 min`, `5.2 h`, `3.0 d`. */
export function ageText(milliseconds: number): string {
  if (milliseconds < 2 * UNITS.h) return `${Math.floor(milliseconds / UNITS.m)} min`
  if (milliseconds < 2 * UNITS.d) return `${(milliseconds / UNITS.h).toFixed(1)} h`
  return `${(milliseconds / UNITS.d).toFixed(1)} d`
}
