import type { Account, ResourceKind } from '../protocol/index.ts'

/**
 * What is known of one thing that a run makes:
 * - `intended`: about to be asked for, or being made;
 * - `refused`: Debitura did not make it;
 * - `uncertain`: the answer was lost, so it may be there;
 * - `made`: it is there;
 * - `deleted`, `already-gone`, `kept`: what became of it.
 *
 * There is no state for what could not be deleted: it keeps the one that it has, because a doubt whether it was made at
 * all must outlive the attempt.
 */
export type ResourceState =
  | 'intended'
  | 'refused'
  | 'uncertain'
  | 'made'
  | 'deleted'
  | 'already-gone'
  | 'kept'

interface Made {
  readonly kind: ResourceKind
  /** Names the resource before Debitura has: its marker, or a client's externalTenantId. */
  readonly key: string
  /** The scopes that it is made for; it is theirs as long as one of them is open. */
  readonly scopes: ReadonlySet<string>
  readonly state: ResourceState
}

/** A case or managed case of the run. */
export interface CaseResource extends Made {
  readonly kind: 'case'
  readonly account: Account
  readonly id: string | undefined
}

/** A client of the run. Its key is its externalTenantId. */
export interface ClientResource extends Made {
  readonly kind: 'client'
  /** Its users' addresses and its office's: Debitura lets nobody else have them while the client is there. */
  readonly emails: readonly string[]
  /** Debitura's own id, once it is known. */
  readonly id: string | undefined
  /** Whether a run that is dead made it, or was about to: by now, somebody else may have a client of that name. */
  readonly inherited: boolean
}

/** A webhook subscription of the run. */
export interface WebhookResource extends Made {
  readonly kind: 'webhook'
  readonly account: Account
  readonly id: string | undefined
}

/** Anything that a run makes. */
export type Resource = CaseResource | ClientResource | WebhookResource

/** Whether a resource is, or may be, still on Debitura. */
export function isStanding(resource: Resource): boolean {
  return ['intended', 'uncertain', 'made'].includes(resource.state)
}
