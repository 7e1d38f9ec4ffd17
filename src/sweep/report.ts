import type { Environment } from '../contract/index.ts'
import type { RunId } from '../steward/identity.ts'

/** What became of something, or would: a dry run has `found` where a sweep has `deleted`, `left` or `not-reached`. */
export type Outcome = 'found' | 'deleted' | 'left' | 'not-reached' | 'spared'

/** Some things of one run that one deed takes away, or that are left alone for one reason. */
export interface SweepLine {
  readonly kind: 'case' | 'client' | 'webhook'
  /** Whose they are: `creditor`, `client acme`, `collection-partner`; of a subscription, a client's or the API. */
  readonly of: string
  readonly runId: RunId
  readonly ids: readonly string[]
  /** Age of the oldest and the youngest, in milliseconds; `undefined` where Debitura says no date. */
  readonly ages: readonly [oldest: number, youngest: number] | undefined
  /** Why they are to be deleted, or left alone. */
  readonly why: string
  /** What is done about them. */
  readonly deed: 'delete by tag' | 'delete by id' | 'reset' | 'delete' | 'leave alone'
  readonly outcome: Outcome
  /** Whether a person has to look at it, because no later sweep will take it away. */
  readonly needsYou: boolean
  /** Why something was not deleted, and what to do. */
  readonly problem?: { readonly reason: string; readonly todo: string } | undefined
}

/** What a sweep of Debitura found and did. */
export interface SweepReport {
  readonly environment: Environment
  readonly dryRun: boolean
  readonly olderThanMs: number
  /** The time that ages are reckoned from, as ISO 8601. */
  readonly now: string
  /** Everything that was listed, whoever made it. */
  readonly listed: number
  readonly lines: readonly SweepLine[]
  readonly calls: { readonly made: number; readonly least: number; readonly rateLimited: number }
  readonly notices: readonly string[]
  /** Whether everything that was deleted from was listed again; a dry run has nothing to verify. */
  readonly verified: boolean
  /** Whether all that its keys open was listed: what could not be may be anybody's. */
  readonly complete: boolean
  /** Set where it was told to stop before it was done. */
  readonly interrupted: boolean
}

/** Whether something is, or may be, left that this sweep should have deleted, or would, or that a person has to look at. */
export function leavesSomething({ lines, complete, interrupted, verified }: SweepReport): boolean {
  const isSure = complete && verified && !interrupted
  return !isSure || lines.some(({ outcome, needsYou }) => needsYou || LEFT.has(outcome))
}

const LEFT: ReadonlySet<Outcome> = new Set<Outcome>(['found', 'left', 'not-reached'])
