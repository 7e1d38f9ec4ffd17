import * as v from 'valibot'
import { API_NAMES, ENVIRONMENTS } from '../../contract/words/index.ts'

/** What a journal's first line has to be. */
export const FORMAT = 1

const perApi = v.partial(v.object(Object.fromEntries(API_NAMES.map((api) => [api, v.string()]))))

/** The first line of a journal: who, where, with what. Nothing in a journal is a secret. */
export const Head = v.object({
  format: v.literal(FORMAT),
  runId: v.string(),
  environment: v.picklist(ENVIRONMENTS),
  urls: perApi,
  /** By API that the run had a key for. */
  keyPrints: perApi,
  /** The process that writes, as `formatProcess` has it. */
  owner: v.string(),
  socket: v.optional(v.string()),
  /** Whether everything stays, for debugging. */
  keep: v.boolean(),
  startedAt: v.string(),
})

const account = v.variant('kind', [
  v.object({ kind: v.literal('creditor') }),
  v.object({ kind: v.literal('client'), externalTenantId: v.string() }),
  v.object({ kind: v.literal('collection-partner') }),
  v.object({ kind: v.literal('referral-partner') }),
])

const Intent = v.variant('intent', [
  v.object({ intent: v.literal('case'), key: v.string(), account }),
  v.object({ intent: v.literal('webhook'), key: v.string(), account }),
  v.object({ intent: v.literal('client'), key: v.string() }),
])

const Outcome = v.object({
  outcome: v.picklist(['refused', 'uncertain', 'made', 'deleted', 'already-gone', 'kept']),
  key: v.string(),
  /** Debitura's own id. */
  id: v.optional(v.string()),
})

/** A client in whose name cases may be made: one that is borrowed, or that had a token. */
const Served = v.object({ served: v.string() })

/** Somebody took over a journal whose owner was dead. `at` is in milliseconds since the epoch. */
const Claimed = v.object({ claimed: v.string(), at: v.number() })

/** How a cleanup ended that left something, or did not come to its end. */
const Result = v.object({ result: v.string(), at: v.number() })

/** Any line of a journal but the first. */
export const Entry = v.union([Intent, Outcome, Served, Claimed, Result])
/** Any line of a journal but the first. */
export type Entry = v.InferOutput<typeof Entry>
