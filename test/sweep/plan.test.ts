import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case, Client, Environment, Webhook } from '../../src/contract/index.ts'
import { type Account, COLLECTION_PARTNER, CREDITOR, REFERRAL_PARTNER } from '../../src/protocol/index.ts'
import type { RunId } from '../../src/steward/identity.ts'
import { newIdentity } from '../../src/steward/identity.ts'
import { isOurs, runOf } from '../../src/steward/is-ours.ts'
import { encodeEmail, encodeMarker } from '../../src/steward/marker.ts'
import { type Deed, planSweep } from '../../src/sweep/plan.ts'
import { caseRow, clientRow, type Row, webhookRow } from '../../src/sweep/row.ts'
import type { Rules } from '../../src/sweep/verdict.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 5, 17, 12)
const OLD = NOW - 5 * HOUR
const YOUNG = NOW - HOUR
const [RUN, OTHER, ALIVE] = [0, 1, 2].map(() => newIdentity().runId) as [RunId, RunId, RunId]
const ACME: Account = { kind: 'client', externalTenantId: 'acme' }

const rules: Rules = {
  environment: 'test',
  now: NOW,
  olderThanMs: 3 * HOUR,
  alive: new Set([ALIVE]),
  unread: new Set(),
}

/** Debitura leaves the zone out, and means UTC. */
const naive = (at: number) => new Date(at).toISOString().slice(0, -1)
const marked = (run: RunId) => encodeMarker(run, 'abcd1234')

interface Making {
  readonly run?: RunId | undefined
  readonly at?: number
  readonly isTest?: boolean
  readonly id?: string
}

// Only what a row reads of an answer is there.
const aCase = (
  { run, at = OLD, isTest = true, id = randomUUID() }: Making,
  account: Account | undefined = CREDITOR,
) =>
  caseRow(
    {
      id,
      dateCreated: naive(at),
      isTestCase: isTest,
      creditorReference: run ? marked(run) : 'INV-1',
    } as Case,
    account,
  )
const aClient = ({ run, at = OLD, id = run ? marked(run) : 'acme' }: Making) =>
  clientRow({
    externalTenantId: id,
    dateLinked: naive(at),
    client: { officeEmail: run ? encodeEmail('cfo', run, 'abcd1234') : 'cfo@acme.example' },
  } as Client)
const aWebhook = ({ run, at = OLD, isTest = true, id = randomUUID() }: Making) =>
  webhookRow(
    {
      id,
      createdUtc: naive(at),
      isTestMode: isTest,
      url: `https://hook.example/${run ? `?debitura-testkit=${marked(run)}` : ''}`,
    } as Webhook,
    CREDITOR,
  )

const deedsOf = (rows: readonly Row[], given: Partial<Rules> = {}) =>
  planSweep(rows, { ...rules, ...given }).tracks.map((track) =>
    track.map(({ kind, rows: some }) => [kind, some.map(({ id }) => id)]),
  )
const sparedOf = (rows: readonly Row[], given: Partial<Rules> = {}) =>
  planSweep(rows, { ...rules, ...given }).spared.map(({ why }) => why)

describe('cases of a run', () => {
  it('go by tag, in one call per account, where all of them are old enough', () => {
    const rows = [
      aCase({ run: RUN }),
      aCase({ run: RUN }),
      aCase({ run: OTHER }),
      aCase({ run: RUN }, COLLECTION_PARTNER),
    ]
    expect(deedsOf(rows).map(([deed]) => deed?.[0])).toEqual(['by-tag', 'by-tag', 'by-tag'])
    expect(deedsOf(rows)[0]).toEqual([['by-tag', [rows[0]?.id, rows[1]?.id]]])
  })

  it('go by id where one of the account is too young, which stays', () => {
    const rows = [
      aCase({ run: RUN }),
      aCase({ run: RUN, at: YOUNG }),
      aCase({ run: RUN }, COLLECTION_PARTNER),
    ]
    expect(deedsOf(rows)).toEqual([[['by-id', [rows[0]?.id]]], [['by-tag', [rows[2]?.id]]]])
    expect(sparedOf(rows)).toEqual(['young'])
  })

  it('go by id where one of the account is a real case, which is reported', () => {
    const rows = [aCase({ run: RUN }), aCase({ run: RUN, isTest: false })]
    expect(deedsOf(rows)).toEqual([[['by-id', [rows[0]?.id]]]])
    expect(sparedOf(rows)).toEqual(['real'])
  })

  it('are the account’s that submitted them, though their collector sees them too', () => {
    const known = aCase({ run: RUN })
    expect(deedsOf([aCase({ run: RUN, id: known.id }, undefined), known])).toEqual([[['by-tag', [known.id]]]])
    expect(
      deedsOf([
        caseRow(
          { ...known, dateCreated: naive(OLD), creditorReference: marked(RUN), isTestCase: true } as never,
          undefined,
        ),
      ]),
    ).toEqual([])
  })

  it('are named once, though a page that shifted listed them twice', () => {
    const row = aCase({ run: RUN })
    expect(deedsOf([row, row])).toEqual([[['by-tag', [row.id]]]])
  })

  it('are exactly as old as --older-than: old enough', () => {
    expect(sparedOf([aCase({ run: RUN, at: NOW - 3 * HOUR })])).toEqual([])
    expect(sparedOf([aCase({ run: RUN, at: NOW - 3 * HOUR + 1 })])).toEqual(['young'])
  })

  it('stay where their date cannot be read, or is in the future', () => {
    const undated = caseRow(
      { ...({} as Case), id: 'x', isTestCase: true, creditorReference: marked(RUN), dateCreated: 'soon' },
      CREDITOR,
    )
    expect(sparedOf([undated])).toEqual(['undated'])
    expect(sparedOf([aCase({ run: RUN, at: NOW + HOUR })])).toEqual(['young'])
  })
})

describe('clients', () => {
  it('go after their cases', () => {
    const client = aClient({ run: RUN, id: 'acme' })
    const own = aCase({ run: RUN }, ACME)
    expect(deedsOf([client, own])).toEqual([
      [
        ['by-tag', [own.id]],
        ['client', ['acme']],
      ],
    ])
  })

  it.each([
    ['a case that is too young, whoever made it', aCase({ at: YOUNG }, ACME), 'in-use'],
    ['a case of a run that goes on', aCase({ run: ALIVE }, ACME), 'in-use'],
    ['a real case, whoever made it', aCase({ isTest: false }, ACME), 'real'],
  ] as const)('stay as long as they have %s', (_, own, why) => {
    const { spared, tracks } = planSweep([aClient({ run: RUN, id: 'acme' }), own], rules)
    expect(tracks).toEqual([])
    expect(spared.find(({ row }) => row.kind === 'client')?.why).toBe(why)
  })

  it('stay in production, and where their cases could not be listed', () => {
    const client = aClient({ run: RUN, id: 'acme' })
    expect(sparedOf([client], { environment: 'production' })).toEqual(['no-clients-here'])
    expect(sparedOf([client], { unread: new Set(['acme']) })).toEqual(['unread'])
  })

  it('that have no name are never called by it', () => {
    expect(sparedOf([aClient({ run: RUN, id: '' }), aClient({ run: RUN, id: ' ' })])).toEqual([
      'nameless',
      'nameless',
    ])
  })
})

it('a subscription that is not in test mode stays, and is reported', () => {
  expect(sparedOf([aWebhook({ run: RUN, isTest: false })])).toEqual(['real'])
  expect(deedsOf([aWebhook({ run: RUN })])).toHaveLength(1)
})

it('a live subscription of a referral partner goes: what happens to its clients comes to such ones', () => {
  const live = { isTestMode: false } as Webhook
  expect(webhookRow(live, REFERRAL_PARTNER).isTest).toBe(true)
  expect(webhookRow(live, CREDITOR).isTest).toBe(false)
})

it('whatever is listed, nothing is named that is not ours, too young, real, or of a run that goes on', () => {
  const run = fc.constantFrom(undefined, RUN, OTHER, ALIVE)
  const making = fc.record({
    run,
    at: fc.integer({ min: NOW - 10 * HOUR, max: NOW + HOUR }),
    isTest: fc.boolean(),
    // Few, so that lists overlap.
    id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
  })
  const tenant = fc.constantFrom('acme', 'globex')
  const account = fc.oneof(
    fc.constantFrom<(Account | undefined)[]>(CREDITOR, COLLECTION_PARTNER, undefined),
    tenant.map((externalTenantId): Account => ({ kind: 'client', externalTenantId })),
  )
  const row = fc.oneof(
    fc.tuple(making, account).map(([given, of]) => aCase(given, of)),
    fc.tuple(making, tenant).map(([given, id]) => aClient({ ...given, id })),
    making.map(aWebhook),
  )
  const environment = fc.constantFrom<Environment[]>('sandbox', 'test', 'production')
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), environment, (rows, where) => {
      const { tracks, spared } = planSweep(rows, { ...rules, environment: where })
      const named = tracks.flat().flatMap(({ rows: some, runId }) => some.map((one: Row) => ({ one, runId })))
      for (const { one, runId } of named) {
        expect(rows).toContain(one)
        expect(one.runId).toBe(runId)
        expect(runId).not.toBe(ALIVE)
        expect(NOW - (one.created ?? NOW)).toBeGreaterThanOrEqual(rules.olderThanMs)
        expect(one.kind === 'client' || one.isTest).toBe(true)
      }
      expect(new Set(named.map(({ one }) => one)).size).toBe(named.length)
      for (const deed of tracks.flat()) assertNothingElseGoesAlong(deed, rows, where)
      // Each of ours is either named or spared, but for what is listed twice.
      const seen = new Set(
        [...named.map(({ one }) => one), ...spared.map(({ row: one }) => one)].map(
          ({ kind, id }) => `${kind} ${id}`,
        ),
      )
      for (const { kind, id } of rows.filter(({ runId }) => runId !== undefined)) {
        const twins = rows.filter((other) => other.kind === kind && other.id === id)
        if (twins.length === 1) expect(seen).toContain(`${kind} ${id}`)
      }
    }),
    { numRuns: 2_000 },
  )
})

/** What a call by tag, or a client, takes along without naming it. */
function assertNothingElseGoesAlong(deed: Deed, rows: readonly Row[], where: Environment) {
  const first = new Map<string, Row>()
  // A case that is listed twice counts as it was listed first; one on its collector's list only does not count there.
  for (const row of rows.filter(({ kind }) => kind === 'case')) {
    const known = first.get(row.id)
    if (known === undefined || (known.kind === 'case' && known.account === undefined)) first.set(row.id, row)
  }
  const cases = [...first.values()].filter((row) => row.kind === 'case')
  if (deed.kind === 'by-tag') {
    const tagged = cases.filter(
      ({ runId, account }) =>
        runId === deed.runId && JSON.stringify(account) === JSON.stringify(deed.account),
    )
    expect(new Set(tagged)).toEqual(new Set(deed.rows))
  }
  if (deed.kind === 'client') {
    expect(where).not.toBe('production')
    const own = cases.filter(
      ({ account }) => account?.kind === 'client' && account.externalTenantId === deed.rows[0].id,
    )
    for (const row of own) {
      expect(row.isTest).toBe(true)
      expect(row.runId).not.toBe(ALIVE)
      expect(NOW - (row.created ?? NOW)).toBeGreaterThanOrEqual(rules.olderThanMs)
    }
  }
}

it('rows say of whatever is listed what isOurs() says', () => {
  const text = fc.option(fc.oneof(fc.string(), fc.constant(marked(RUN))), { nil: null })
  fc.assert(
    fc.property(text, text, (creditorReference, creditorComments) => {
      const listed = {
        id: 'x',
        dateCreated: naive(OLD),
        isTestCase: true,
        creditorReference,
        creditorComments,
      } as Case
      expect(caseRow(listed, CREDITOR).runId).toBe(runOf(listed))
      expect(planSweep([caseRow(listed, CREDITOR)], rules).tracks.length).toBe(isOurs(listed) ? 1 : 0)
    }),
  )
})
