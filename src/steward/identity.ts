import { randomUUID } from 'node:crypto'
import { parseTag, type Tag } from '../contract/words/index.ts'

declare const runIdBrand: unique symbol

/** A run's id: a UUID, version 4, in lower case. */
export type RunId = string & { readonly [runIdBrand]: true }

/** Who a run is. Each process that a runner shards its tests over has a run of its own. */
export interface RunIdentity {
  readonly runId: RunId
  /** `suite-run-<run id>`: the form that Debitura's own guide recommends, 46 characters. */
  readonly tag: Tag
}

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a run's id. */
export function isRunId(text: string): text is RunId {
  return UUID_V4.test(text)
}

/**
 * Makes a run's identity.
 * @see docs.debitura.com/developer-concepts/webhooks/ci-testing for the form of the tag
 */
export function newIdentity(uuid: string = randomUUID()): RunIdentity {
  if (!isRunId(uuid))
    throw new TypeError(`Expected a UUID of version 4 in lower case, got ${JSON.stringify(uuid)}`)
  const parsed = parseTag(`suite-run-${uuid}`)
  if ('problem' in parsed) throw new TypeError(parsed.problem)
  return { runId: uuid, tag: parsed.tag }
}

/** The tag of a run whose id was recovered from a marker. */
export function tagOf(runId: RunId): Tag {
  return newIdentity(runId).tag
}
