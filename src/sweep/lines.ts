import { accountKey } from '../protocol/index.ts'
import { adviceOn } from '../steward/cleanup/advice.ts'
import { webhookApiName } from '../steward/webhook-api.ts'
import type { Failure } from './deeds.ts'
import { groupBy } from './grouping.ts'
import { ageText } from './older-than.ts'
import type { Deed, SparedRow, SweepPlan } from './plan.ts'
import type { SweepLine } from './report.ts'
import type { Row } from './row.ts'
import { isLeft, type Rules, SPARED_WORDS } from './verdict.ts'

/** What became of one deed. */
export type Done =
  | { readonly reached: false }
  | { readonly reached: true; readonly failures: readonly Failure[] }

const DEED_WORDS = {
  'by-tag': 'delete by tag',
  'by-id': 'delete by id',
  client: 'reset',
  webhook: 'delete',
} as const satisfies Record<Deed['kind'], SweepLine['deed']>

/** What a plan would do, or did, for a person. In a dry run nothing has been `done`. */
export function linesOf(
  { tracks, spared }: SweepPlan,
  rules: Rules,
  done: ReadonlyMap<Deed, Done> | undefined,
): readonly SweepLine[] {
  const deeds = tracks.flat().flatMap((deed) => deedLines(deed, rules, done))
  const alone = [
    ...groupBy(spared, ({ row, runId, why }) => `${row.kind} ${holderOf(row)} ${runId} ${why}`).values(),
  ]
  return [...deeds, ...alone.map((group) => sparedLine(group, rules))]
}

function deedLines(
  deed: Deed,
  rules: Rules,
  done: ReadonlyMap<Deed, Done> | undefined,
): readonly SweepLine[] {
  const line = (rows: readonly Row[], rest: Pick<SweepLine, 'outcome' | 'problem'>): SweepLine => ({
    ...aboutRows(rows, rules),
    runId: deed.runId,
    why: `older than ${ageText(rules.olderThanMs)}`,
    deed: DEED_WORDS[deed.kind],
    needsYou: false,
    ...rest,
  })
  if (done === undefined) return [line(deed.rows, { outcome: 'found' })]
  const became = done.get(deed) ?? { reached: false }
  if (!became.reached) return [line(deed.rows, { outcome: 'not-reached' })]
  const failed = new Map(became.failures.map((failure) => [failure.id, failure.error]))
  const gone = deed.rows.filter(({ id }) => !failed.has(id))
  const left = groupBy(
    deed.rows.filter(({ id }) => failed.has(id)) as readonly Row[],
    ({ id }) => adviceOn(failed.get(id)).reason,
  )
  return [
    ...(gone.length > 0 ? [line(gone, { outcome: 'deleted' })] : []),
    ...[...left.values()].map((rows) =>
      line(rows, { outcome: 'left', problem: adviceOn(failed.get(rows[0]?.id ?? '')) }),
    ),
  ]
}

function sparedLine(group: readonly SparedRow[], rules: Rules): SweepLine {
  // A group has at least one row: that is what made it.
  const [{ runId, why }] = group as readonly [SparedRow, ...SparedRow[]]
  return {
    ...aboutRows(
      group.map(({ row }) => row),
      rules,
    ),
    runId,
    why: SPARED_WORDS[why],
    deed: 'leave alone',
    outcome: 'spared',
    needsYou: isLeft(why),
  }
}

function aboutRows(rows: readonly Row[], { now }: Rules): Pick<SweepLine, 'kind' | 'of' | 'ids' | 'ages'> {
  const [first] = rows as readonly [Row, ...Row[]]
  const dates = rows.map(({ created }) => created).filter((created) => created !== undefined)
  const [oldest, newest] = [Math.min(...dates), Math.max(...dates)]
  return {
    kind: first.kind,
    of: holderOf(first),
    ids: rows.map(({ id }) => id),
    ages: dates.length === 0 ? undefined : [now - oldest, now - newest],
  }
}

function holderOf(row: Row): string {
  if (row.kind === 'client') return 'referral-partner'
  if (row.kind === 'webhook' && row.account.kind !== 'client') return webhookApiName(row.account)
  if (row.account === undefined) return 'collected'
  return accountKey(row.account).replace(':', ' ')
}
