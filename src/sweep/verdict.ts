import type { Environment } from '../contract/index.ts'
import type { RunId } from '../steward/identity.ts'
import type { ClientRow, Row } from './row.ts'

/** Why something of ours is left alone. */
export type Spared =
  | 'alive'
  | 'real'
  | 'out-of-reach'
  | 'no-clients-here'
  | 'nameless'
  | 'undated'
  | 'young'
  | 'in-use'
  | 'unread'

/** Each reason in words. */
export const SPARED_WORDS: Readonly<Record<Spared, string>> = {
  alive: 'its run goes on, on this machine',
  real: 'it is a real case, not a test case, or has one; the kit never touches those',
  'out-of-reach': 'it is listed for its collector only, and this key cannot delete it',
  'no-clients-here': 'clients are never deleted in production',
  nameless: 'it has no externalTenantId to delete it by',
  undated: 'Debitura does not say when it was made',
  young: 'it is too young',
  'in-use': 'it has cases that are too young, or of a run that goes on',
  unread: 'its cases could not be listed',
}

/** What is swept next time, or whenever its run is over: nothing that a person has to look at. */
const FOR_LATER: ReadonlySet<Spared> = new Set<Spared>(['alive', 'young', 'in-use'])

/** Whether a person has to look at it, because no later sweep will take it away. */
export const isLeft = (spared: Spared): boolean => !FOR_LATER.has(spared)

/** What a sweep goes by. */
export interface Rules {
  readonly environment: Environment
  /** The time, in milliseconds since 1970. */
  readonly now: number
  /** Only what was made this many milliseconds before, or earlier, is touched. */
  readonly olderThanMs: number
  /** Runs that go on, on this machine. */
  readonly alive: ReadonlySet<RunId>
  /** Clients whose cases could not be listed. */
  readonly unread: ReadonlySet<string>
}

/** Why a row of ours has to be left alone; `undefined` for one that may be deleted. Clients have {@link spareClient} too. */
export function spareRow(row: Row, rules: Rules): Spared | undefined {
  if (row.kind === 'case' && !row.isTest) return 'real'
  if (row.kind === 'webhook' && !row.isTest) return 'real'
  if (row.runId !== undefined && rules.alive.has(row.runId)) return 'alive'
  if (row.kind === 'client' && rules.environment === 'production') return 'no-clients-here'
  if (row.id.trim() === '') return 'nameless'
  if (row.created === undefined) return 'undated'
  if (rules.now - row.created < rules.olderThanMs) return 'young'
  if (row.kind === 'case' && row.account === undefined) return 'out-of-reach'
  return undefined
}

/** The same for a client, which takes along whatever is its own: all of that has to be old, and none of it real. */
export function spareClient(client: ClientRow, own: readonly Row[], rules: Rules): Spared | undefined {
  const itself = spareRow(client, rules)
  if (itself !== undefined) return itself
  if (rules.unread.has(client.id)) return 'unread'
  const reasons = new Set(own.map((row) => spareRow(row, rules)))
  if (reasons.has('real')) return 'real'
  return reasons.has('alive') || reasons.has('young') || reasons.has('undated') ? 'in-use' : undefined
}
