import { type Account, accountKey } from '../protocol/index.ts'
import type { RunId } from '../steward/identity.ts'
import { distinct } from './distinct.ts'
import { chunks, groupBy } from './grouping.ts'
import type { CaseRow, ClientRow, Row, WebhookRow } from './row.ts'
import { type Rules, type Spared, spareClient, spareRow } from './verdict.ts'

type CaseRows = readonly [CaseRow, ...CaseRow[]]

/** One thing to do, and what it is to take away. `runId` is the run that all of it is of. */
export type Deed =
  | { readonly kind: 'by-tag'; readonly runId: RunId; readonly account: Account; readonly rows: CaseRows }
  | { readonly kind: 'by-id'; readonly runId: RunId; readonly account: Account; readonly rows: CaseRows }
  | { readonly kind: 'client'; readonly runId: RunId; readonly rows: readonly [ClientRow] }
  | { readonly kind: 'webhook'; readonly runId: RunId; readonly rows: readonly [WebhookRow] }

/** Deeds that have to follow each other: a client goes after its cases. Tracks do not depend on one another. */
export type Track = readonly Deed[]

/** Something of ours that is left alone. */
export interface SparedRow {
  readonly row: Row
  readonly runId: RunId
  readonly why: Spared
}

/** What a sweep would do. */
export interface SweepPlan {
  readonly tracks: readonly Track[]
  readonly spared: readonly SparedRow[]
}

/** A row of ours. */
type Ours<R extends Row = Row> = R & { readonly runId: RunId }

/** As many cases as are deleted one by one before a look at whether to stop. */
const BY_ID_AT_ONCE = 50

/**
 * Works out what to delete of what is listed, and what to leave alone. Nothing is named that no run of the kit made,
 * that is too young, or whose run goes on.
 */
export function planSweep(listed: readonly Row[], rules: Rules): SweepPlan {
  const rows = distinct(listed)
  const ours = rows.filter(isOurs)
  const clients = ours.filter(({ kind }) => kind === 'client') as Ours<ClientRow>[]
  const own = groupBy(rows, (row) =>
    row.kind === 'case' && row.account?.kind === 'client' ? row.account.externalTenantId : undefined,
  )
  const whyClient = (client: ClientRow) => spareClient(client, own.get(client.id) ?? [], rules)
  const why = (row: Ours) => (row.kind === 'client' ? whyClient(row) : spareRow(row, rules))
  const spared = ours.flatMap((row) => {
    const reason = why(row)
    return reason === undefined ? [] : [{ row, runId: row.runId, why: reason }]
  })
  const leaveAlone = new Set(spared.map(({ row }) => row))

  const cases = ours.filter((row): row is Ours<CaseRow> => row.kind === 'case')
  const tracks = new Map<string, Deed[]>()
  const trackOf = (name: string) => {
    const track = tracks.get(name) ?? []
    tracks.set(name, track)
    return track
  }
  for (const group of groupBy(
    cases,
    ({ account, runId }) => account && `${accountKey(account)} ${runId}`,
  ).values()) {
    const [{ account, runId }] = group as [Ours<CaseRow>, ...Ours<CaseRow>[]]
    if (account === undefined) continue
    const name = account.kind === 'client' ? accountKey(account) : `${accountKey(account)} ${runId}`
    trackOf(name).push(...caseDeeds(account, runId, group, leaveAlone))
  }
  for (const client of clients.filter((row) => !leaveAlone.has(row))) {
    const account: Account = { kind: 'client', externalTenantId: client.id }
    trackOf(accountKey(account)).push({ kind: 'client', runId: client.runId, rows: [client] })
  }
  for (const row of ours) {
    if (row.kind !== 'webhook' || leaveAlone.has(row)) continue
    trackOf(`webhook ${accountKey(row.account)} ${row.id}`).push({
      kind: 'webhook',
      runId: row.runId,
      rows: [row],
    })
  }
  return { tracks: [...tracks.values()].filter((track) => track.length > 0), spared }
}

/** One call by tag where all of the run in this account may go; otherwise by id, what may. */
function caseDeeds(
  account: Account,
  runId: RunId,
  group: readonly CaseRow[],
  leaveAlone: ReadonlySet<Row>,
): readonly Deed[] {
  const rows = group.filter((row) => !leaveAlone.has(row))
  const kind = rows.length === group.length ? 'by-tag' : 'by-id'
  const portions = chunks(rows, kind === 'by-tag' ? rows.length : BY_ID_AT_ONCE)
  return portions.map((portion): Deed => ({ kind, runId, account, rows: portion }))
}

function isOurs(row: Row): row is Ours {
  return row.runId !== undefined
}
