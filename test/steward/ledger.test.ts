import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CREDITOR } from '../../src/protocol/index.ts'
import { Ledger } from '../../src/steward/ledger.ts'
import type { Resource, ResourceState } from '../../src/steward/resource.ts'
import { isStanding } from '../../src/steward/resource.ts'

const silent = { intent: () => undefined, outcome: () => undefined, served: () => undefined }

const KEYS = ['one', 'two', 'three']
const STATES: ResourceState[] = ['refused', 'uncertain', 'made', 'deleted', 'already-gone', 'kept']

function resource(kind: Resource['kind'], key: string): Resource {
  const common = { key, scopes: new Set(['scope']), state: 'intended' } as const
  if (kind === 'client') return { ...common, kind, emails: [], id: undefined, inherited: false }
  return { ...common, kind, account: CREDITOR, id: undefined }
}

type Change =
  | { readonly intend: string; readonly kind: Resource['kind'] }
  | { readonly settle: string; readonly state: ResourceState }

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    intend: fc.constantFrom(...KEYS),
    kind: fc.constantFrom<Resource['kind'][]>('case', 'client', 'webhook'),
  }),
  fc.record({ settle: fc.constantFrom(...KEYS), state: fc.constantFrom(...STATES) }),
)

function apply(ledger: Ledger, changes: readonly Change[]): void {
  for (const one of changes) {
    if ('intend' in one) ledger.intend(resource(one.kind, one.intend))
    else ledger.settle(one.settle, one.state, `id of ${one.settle}`)
  }
}

describe('a ledger', () => {
  it('accounts for everything, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const ledger = new Ledger(silent)
        apply(ledger, changes)
        const tallies = ledger.tallies()
        for (const tally of Object.values(tallies)) {
          const { made, deleted, alreadyGone, kept, leftOver } = tally
          expect(made).toBe(deleted + alreadyGone + kept + leftOver)
          expect(Object.values(tally).every((count) => Number.isInteger(count) && count >= 0)).toBe(true)
        }
        const made = Object.values(tallies).reduce((sum, tally) => sum + tally.made, 0)
        const refused = ledger.all().filter(({ state }) => state === 'refused').length
        expect(made + refused).toBe(changes.filter((one) => 'intend' in one).length)
      }),
    )
  })

  it('counts as left over exactly what may still be there', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const ledger = new Ledger(silent)
        apply(ledger, changes)
        const leftOver = Object.values(ledger.tallies()).reduce((sum, tally) => sum + tally.leftOver, 0)
        expect(leftOver).toBe(ledger.all().filter(isStanding).length)
      }),
    )
  })

  it('never takes back that something is gone', () => {
    const gone = fc.constantFrom<ResourceState[]>('refused', 'deleted', 'already-gone', 'kept')
    fc.assert(
      fc.property(gone, fc.array(fc.constantFrom(...STATES)), (state, later) => {
        const ledger = new Ledger(silent)
        apply(ledger, [
          { intend: 'one', kind: 'case' },
          { settle: 'one', state },
        ])
        apply(
          ledger,
          later.map((next) => ({ settle: 'one', state: next })),
        )
        expect(ledger.get('one')?.state).toBe(state)
      }),
    )
  })

  it('knows a case by its id once it was made', () => {
    const ledger = new Ledger(silent)
    ledger.intend(resource('case', 'one'))
    expect(ledger.findById('7')).toBeUndefined()
    ledger.settle('one', 'made', '7')
    expect(ledger.findById('7')).toMatchObject({ key: 'one', id: '7', state: 'made' })
  })

  it('counts a client that was made again under the same key twice', () => {
    const ledger = new Ledger(silent)
    ledger.intend(resource('client', 'acme'))
    ledger.settle('acme', 'made')
    ledger.settle('acme', 'deleted')
    ledger.intend(resource('client', 'acme'))
    ledger.settle('acme', 'made')
    expect(ledger.get('acme')?.state).toBe('made')
    expect(ledger.tallies().client).toMatchObject({ made: 2, deleted: 1, leftOver: 1 })
  })

  it('ignores what it was never told of', () => {
    const ledger = new Ledger(silent)
    ledger.settle('nobody', 'made', '7')
    ledger.share('nobody', 'scope')
    expect(ledger.all()).toEqual([])
    expect(ledger.findById('7')).toBeUndefined()
  })

  it('gives a resource to one more scope', () => {
    const ledger = new Ledger(silent)
    ledger.intend(resource('client', 'acme'))
    ledger.share('acme', 'another')
    expect([...(ledger.get('acme')?.scopes ?? [])]).toEqual(['scope', 'another'])
  })

  it('writes each change down before it holds, and nothing that changes nothing', () => {
    const lines: string[] = []
    const ledger: Ledger = new Ledger({
      intent: ({ key }) => lines.push(`intent ${key}, before it was ${ledger.get(key)?.state}`),
      outcome: (key, state, id) =>
        lines.push(`${state} ${key} ${id}, before it was ${ledger.get(key)?.state}`),
      served: (externalTenantId) => lines.push(`served ${externalTenantId}`),
    })
    ledger.intend(resource('case', 'one'))
    ledger.settle('one', 'made', '7')
    ledger.settle('one', 'made')
    ledger.settle('one', 'deleted')
    ledger.settle('one', 'already-gone')
    expect(lines).toEqual([
      'intent one, before it was undefined',
      'made one 7, before it was intended',
      'deleted one undefined, before it was made',
    ])
  })
})
