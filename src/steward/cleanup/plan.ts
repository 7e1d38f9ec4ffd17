import { type Account, accountKey } from '../../protocol/index.ts'
import { type CaseResource, isStanding, type Resource, type WebhookResource } from '../resource.ts'

/** Deletes an account's cases of this run, in one call. `cases` are those that the run knows of. */
export interface DeleteCases {
  readonly kind: 'delete-cases'
  readonly account: Account
  readonly cases: readonly CaseResource[]
}

/** Deletes one webhook subscription. */
export interface DeleteWebhook {
  readonly kind: 'delete-webhook'
  readonly webhook: WebhookResource
}

/** Asks whether a client can be deleted, frees it where possible, and deletes it. */
export interface ResetClient {
  readonly kind: 'reset-client'
  readonly externalTenantId: string
}

/** One thing to do. */
export type Step = DeleteCases | DeleteWebhook | ResetClient

/** Steps that have to follow each other: a client goes after its cases. Tracks do not depend on one another. */
export type Track = readonly Step[]

/** What to clean, and whose accounts to look after. */
export interface Estate {
  readonly resources: readonly Resource[]
  /** Accounts that may have cases with the run's tag which the run itself did not make: the application under test did. */
  readonly accounts: readonly Account[]
}

interface Group {
  readonly account: Account
  readonly webhooks: WebhookResource[]
  readonly cases: CaseResource[]
  mayHaveCases: boolean
  client: string | undefined
}

/**
 * Works out what has to be done so that nothing of the run is left: one call per account that may have cases, then one
 * step per subscription and per client. A client that is reset takes its cases along; they are deleted first all the
 * same, because an active case blocks the reset. Its subscriptions come last: where it was reset, they are gone.
 */
export function planCleanup({ resources, accounts }: Estate): readonly Track[] {
  const groups = new Map<string, Group>()
  const groupOf = (account: Account): Group => {
    const key = accountKey(account)
    const group = groups.get(key) ?? {
      account,
      webhooks: [],
      cases: [],
      mayHaveCases: false,
      client: undefined,
    }
    groups.set(key, group)
    return group
  }

  for (const account of accounts) groupOf(account).mayHaveCases = true
  for (const resource of resources.filter(isStanding)) {
    if (resource.kind === 'case') groupOf(resource.account).cases.push(resource)
    if (resource.kind === 'webhook') groupOf(resource.account).webhooks.push(resource)
    if (resource.kind === 'client')
      groupOf({ kind: 'client', externalTenantId: resource.key }).client = resource.key
  }
  return [...groups.values()].map(trackOf).filter((track) => track.length > 0)
}

function trackOf({ account, webhooks, cases, mayHaveCases, client }: Group): Track {
  const subscriptions = webhooks.map((webhook): Step => ({ kind: 'delete-webhook', webhook }))
  const deleteCases: Track =
    mayHaveCases || cases.length > 0 ? [{ kind: 'delete-cases', account, cases }] : []
  if (client === undefined) return [...subscriptions, ...deleteCases]
  return [...deleteCases, { kind: 'reset-client', externalTenantId: client }, ...subscriptions]
}

/** One text per step, the same in every plan that has it. */
export function stepName(step: Step): string {
  if (step.kind === 'delete-cases') return `${step.kind} ${accountKey(step.account)}`
  return `${step.kind} ${keysOf(step).join()}`
}

/** The resources that a step is about. */
export function keysOf(step: Step): readonly string[] {
  if (step.kind === 'delete-cases') return step.cases.map(({ key }) => key)
  return [step.kind === 'delete-webhook' ? step.webhook.key : step.externalTenantId]
}
