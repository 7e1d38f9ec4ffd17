import type { Environment } from '../contract/words/index.ts'

/** Kinds of things that a run makes on Debitura. */
export type ResourceKind = 'case' | 'client' | 'webhook'

/**
 * What became of everything of one kind that the run made:
 * `made = deleted + alreadyGone + kept + leftOver`.
 */
export interface Tally {
  readonly made: number
  /** Deleted by the kit: by a test, when a scope ended, or at the end of the run. */
  readonly deleted: number
  /** Deleted by somebody else before the kit got to it. */
  readonly alreadyGone: number
  /** Left in place because the author asked for it (`DEBITURA_KEEP=1`). */
  readonly kept: number
  readonly leftOver: number
}

/** One thing that is still there and should not be. */
export interface Leftover {
  readonly kind: ResourceKind
  /** Id of a case or a subscription, externalTenantId of a client, or the tag where a delete by tag failed. */
  readonly id: string
  readonly reason: string
  /** What a person can do about it. */
  readonly todo: string
}

/** An earlier run that was killed, or could not delete everything, and that this run cleaned up after. */
export interface RecoveredRun {
  readonly tag: string
  /** How many of what it was known to have made were deleted now. */
  readonly deleted: Readonly<Record<ResourceKind, number>>
}

/** How a run ended. */
export interface Report {
  readonly environment: Environment
  readonly tag: string
  readonly tallies: Readonly<Record<ResourceKind, Tally>>
  readonly leftovers: readonly Leftover[]
  readonly recovered: readonly RecoveredRun[]
  readonly calls: {
    readonly total: number
    /** Calls made to clean up. */
    readonly cleanup: number
    /** Calls made to look whether an event was recorded. */
    readonly polls: number
    /** How often Debitura answered 429. */
    readonly rateLimited: number
    /** Calls that had to be repeated. */
    readonly retried: number
  }
  /** From the start of the run to the end of its cleanup, in milliseconds. */
  readonly durationMs: number
  /** The part of it that cleaning up at the end took, in milliseconds. */
  readonly cleanupMs: number
  /** Lines a person should read: how to delete what was kept, that crash recovery was off, and the like. */
  readonly notices: readonly string[]
}
