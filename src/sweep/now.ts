import type { Clocks } from '../debitura/index.ts'

/** How far two clocks may be apart and still agree, in milliseconds. */
const AGREE_WITHIN_MS = 300_000

/** What is known of the time. */
export interface Signs {
  /** Debitura's clock and this machine's, as they stood when the first answers came; empty where none said its time. */
  readonly clocks: readonly Clocks[]
  /** This machine's clock when the sweep began to look. */
  readonly machine: number
  /** When the newest thing that Debitura lists was made. */
  readonly newest: number | undefined
  /** Whether it is a sandbox, whose clock is moved on purpose. */
  readonly sandbox: boolean
}

/** The time that ages are reckoned from, and what a person should know about it. */
export interface Now {
  readonly at: number
  readonly notice: string | undefined
}

/**
 * Decides what time it is. Too late a time makes young things look old, and they would be deleted while a run needs them;
 * too early a time only leaves something for the next sweep. So of two clocks that agree the earlier one counts, and
 * where they do not, or Debitura does not say its time, that the newest thing was made is the one proof there is.
 */
export function decideNow({ clocks, machine, newest, sandbox }: Signs): Now {
  const theirs = Math.min(...clocks.map((one) => one.theirs))
  if (sandbox && Number.isFinite(theirs)) return { at: theirs, notice: undefined }
  const ours = Math.min(machine, ...clocks.map((one) => one.ours))
  const apart = Math.max(...clocks.map((one) => Math.abs(one.theirs - one.ours)))
  if (clocks.length > 0 && apart <= AGREE_WITHIN_MS) return { at: Math.min(theirs, ours), notice: undefined }
  // A date in the future proves nothing.
  const latest = clocks.length > 0 ? Math.max(theirs, ours) : ours
  const at = Math.min(newest ?? Number.NEGATIVE_INFINITY, latest)
  const why =
    clocks.length > 0
      ? `this machine's clock and Debitura's are ${Math.round(apart / 60_000)} minutes apart`
      : 'Debitura did not say what time it has'
  return { at, notice: `Ages are reckoned from the newest thing that Debitura lists, because ${why}.` }
}
