import { type BlockerKind, blockerKind, type Tag } from '../../contract/index.ts'
import { DebituraApiError, DebituraTestkitError } from '../../errors/index.ts'
import type { Leftover } from '../../protocol/index.ts'
import type { Step } from './plan.ts'

const BLOCKER_ADVICE: Readonly<Record<BlockerKind | 'unknown', string>> = {
  activeCase: 'Close or delete its active cases, then reset the client again',
  pendingLeadQuotes: 'Select or decline its pending quotes in Debitura, then reset the client again',
  unpaidCommission: 'Have the commission reconciled in Debitura, then reset the client again',
  unknown: 'Resolve what Debitura names, then reset the client again',
}

/** What a step is about, for a person. */
export function describe(step: Step, tag: Tag): Pick<Leftover, 'kind' | 'id'> {
  if (step.kind === 'delete-webhook') return { kind: 'webhook', id: step.webhook.id ?? step.webhook.key }
  if (step.kind === 'reset-client') return { kind: 'client', id: step.externalTenantId }
  const owner = step.account.kind === 'client' ? ` of client ${step.account.externalTenantId}` : ''
  const known = step.cases.length === 0 ? 'any' : step.cases.length
  return { kind: 'case', id: `${known} with tag ${tag}${owner}` }
}

/** A client that Debitura does not let go of, in Debitura's words. */
export function blockedClient(externalTenantId: string, blockers: readonly string[]): DebituraTestkitError {
  const advice = new Set(blockers.map((text) => BLOCKER_ADVICE[blockerKind(text)]))
  return new DebituraTestkitError({
    code: 'DBT_CLIENT_BLOCKED',
    what: `Failed to reset client ${externalTenantId}`,
    why: blockers.length > 0 ? blockers.join(' ') : 'Debitura says that it cannot be deleted, and not why',
    todo: [...advice].join('. ') || BLOCKER_ADVICE.unknown,
  })
}

/** The whole cleanup took too long. */
export function cleanupOutOfTime(): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_UNREACHABLE',
    what: 'Failed to clean up',
    why: 'the cleanup ran out of time',
    todo: 'Delete it by hand, or raise `cleanupTimeout`',
  })
}

/** One thing took too long, whatever time there is for the whole. */
export function stepOutOfTime(what: string, ms: number): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_UNREACHABLE',
    what,
    why: `Debitura took longer than ${ms / 1000} seconds over it, and that is where the kit gives up`,
    todo: 'Look at the status of Debitura, and delete it by hand if it is still there',
  })
}

/** Whether a failure says nothing about what is to be deleted: Debitura could not be reached, or failed. */
export function mayPass(error: unknown): boolean {
  if (error instanceof DebituraApiError) return error.status >= 500
  if (!(error instanceof DebituraTestkitError)) return false
  // What ran out of time was waited for long enough; it is nobody's answer, and has no cause.
  return ['DBT_UNREACHABLE', 'DBT_ANSWER_LOST'].includes(error.code) && error.cause !== undefined
}

/** Why a step failed, and what to do about it. */
export function adviceOn(error: unknown): Pick<Leftover, 'reason' | 'todo'> {
  if (error instanceof DebituraTestkitError) return { reason: error.why, todo: error.todo }
  return { reason: error instanceof Error ? error.message : String(error), todo: 'Delete it by hand' }
}
