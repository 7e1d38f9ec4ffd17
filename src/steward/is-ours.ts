import type { Client } from '../contract/shapes/index.ts'
import type { Tag } from '../contract/words/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import { type RunId, tagOf } from './identity.ts'
import { decodeComments, decodeEmail, decodeMarker, markerIn } from './marker.ts'
import type { ClientResource } from './resource.ts'

/** The fields of a listed case, client or webhook subscription that may name its run. */
export interface Listed {
  readonly creditorReference?: string | null
  readonly creditorComments?: string | null
  readonly externalTenantId?: string | null
  readonly client?: { readonly officeEmail?: string | null } | null
  readonly url?: string | null
}

/**
 * The run of the kit that made something which Debitura lists; `undefined` when no run of the kit did. The one place
 * that decides this: whoever makes resources and whoever sweeps them use the same markers.
 */
export function runOf(listed: Listed): RunId | undefined {
  return (
    decodeMarker(listed.creditorReference ?? '') ??
    decodeComments(listed.creditorComments ?? '') ??
    decodeMarker(listed.externalTenantId ?? '') ??
    decodeEmail(listed.client?.officeEmail ?? '') ??
    decodeMarker(markerIn(listed.url ?? '') ?? '')
  )
}

/**
 * Whether a run of the kit made something that Debitura lists: a case, a client or a webhook subscription.
 * @example
 * ```ts
 * const forgotten = page.cases.filter((listed) => isOurs(listed))
 * ```
 */
export function isOurs(listed: Listed): boolean {
  return runOf(listed) !== undefined
}

/**
 * Whether another run of the kit made a client. Two runs that ask for the same externalTenantId in the same moment both
 * find it free, and Debitura answers both with one client: the addresses that it has tell whose it is.
 */
export function isOfAnotherRun(client: Client, ourTag: Tag): boolean {
  return runsIn(client).some((runId) => tagOf(runId) !== ourTag)
}

/**
 * Whether a client is the one that a dead run made. Debitura's own id tells, where the run still heard of it; or a
 * name or an address that only that run gives.
 * @throws DebituraTestkitError `DBT_NOT_OURS` where nothing tells: whatever a person may have made stays.
 */
export function isInherited(client: Client, made: ClientResource, tag: Tag): boolean {
  if (made.id !== undefined) return client.client.id === made.id
  const namedBy = decodeMarker(made.key)
  const runs = namedBy === undefined ? runsIn(client) : [namedBy]
  if (runs.length > 0) return runs.every((runId) => tagOf(runId) === tag)
  throw new DebituraTestkitError({
    code: 'DBT_NOT_OURS',
    what: `Failed to reset client ${made.key}`,
    why: 'its run was killed while it made it, and nothing about it tells whether it is the one or somebody made it since',
    todo: `Look at it in Debitura. If it is of a test, delete it: DELETE /clients/${made.key}`,
  })
}

function runsIn({ client, users }: Client): readonly RunId[] {
  const emails = [client.officeEmail, ...users.map(({ email }) => email)]
  return emails.map((email) => decodeEmail(email ?? '')).filter((runId) => runId !== undefined)
}
