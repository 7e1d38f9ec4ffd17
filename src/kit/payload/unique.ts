/** Where a payload gets what is different each time. */
export interface Source {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** A new UUID. */
  readonly uuid: () => string
}

/** The real clock and real randomness. Taken when the kit is loaded, so that a test's fake timers do not reach them. */
export const REAL_SOURCE: Source = {
  now: Date.now.bind(Date),
  uuid: () => globalThis.crypto.randomUUID(),
}

const DAY_MS = 86_400_000

/** A date some days ago, without a time: `2026-01-15`. */
export function daysAgo(days: number, { now }: Source): string {
  return new Date(now() - days * DAY_MS).toISOString().slice(0, 10)
}

/** Six characters that are different each time: `7f3a09`. */
export function shortId({ uuid }: Source): string {
  return uuid().replaceAll('-', '').slice(-6)
}
