import type { ApiName, Environment } from '../../contract/index.ts'
import type { Leftover, ResourceKind } from '../../protocol/index.ts'
import type { RunId } from '../identity.ts'

/** Where a recovery may clean, and with which keys. */
export interface Place {
  readonly environment: Environment
  readonly urls: Readonly<Partial<Record<ApiName, string>>>
  readonly keys: Readonly<Partial<Record<ApiName, string>>>
}

/** Why a journal was not touched. */
export type Untouched =
  /** Its run is still going. */
  | 'alive'
  /** Another process is finishing the job. */
  | 'being-recovered'
  /** Everything stays, as the run was asked to. */
  | 'kept'
  /** It is being written at this moment, or was never more than begun. */
  | 'begun'
  | 'another-machine'
  /** Another environment, or another sandbox. */
  | 'another-place'
  | 'missing-key'
  /** Keys of another account, for all that can be told. */
  | 'another-key'
  | 'newer-format'
  | 'damaged'
  | 'unreadable'

/** A run of which a journal was found. */
export interface RunFound {
  /** The journal. */
  readonly path: string
  readonly runId: RunId
  readonly environment: Environment
  readonly startedAt: string
}

/** What became of the journal of a run that is dead. */
export interface Recovered {
  /**
   * - `recovered`: nothing is left, and the journal is removed;
   * - `left-over`: something is left; the next recovery tries again;
   * - `to-recover`: what there is to do; a dry run does nothing;
   * - `sandbox-gone`: its sandbox is, and took everything along; the journal is removed.
   */
  readonly outcome: 'recovered' | 'left-over' | 'to-recover' | 'sandbox-gone'
  readonly run: RunFound
  /** How many were deleted; in a dry run, how many are there, or may be. */
  readonly counts: Readonly<Record<ResourceKind, number>>
  readonly leftovers: readonly Leftover[]
  /** Lines of the journal that could not be read. */
  readonly damaged: number
}

/** A journal that stays as it is. */
export interface LeftAlone {
  readonly outcome: 'untouched'
  readonly why: Untouched
  readonly path: string
  readonly runId: RunId
  readonly reason: string
  /** What a person can do about it; empty where there is nothing to do. */
  readonly todo: string
}

/** What became of one journal. */
export type Recovery = Recovered | LeftAlone
