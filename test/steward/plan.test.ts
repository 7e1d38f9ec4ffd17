import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Account, accountKey, COLLECTION_PARTNER, CREDITOR } from '../../src/protocol/index.ts'
import { keysOf, planCleanup, type Step, stepName, type Track } from '../../src/steward/cleanup/plan.ts'
import { isStanding, type Resource, type ResourceState } from '../../src/steward/resource.ts'

const TENANTS = ['acme', 'beta', 'gamma']

const account: fc.Arbitrary<Account> = fc.constantFrom(
  CREDITOR,
  COLLECTION_PARTNER,
  ...TENANTS.map((externalTenantId): Account => ({ kind: 'client', externalTenantId })),
)
const state = fc.constantFrom<ResourceState[]>(
  'intended',
  'refused',
  'uncertain',
  'made',
  'deleted',
  'already-gone',
  'kept',
)
const scopes: ReadonlySet<string> = new Set(['scope'])
const owned = fc.record({
  kind: fc.constantFrom('case' as const, 'webhook' as const),
  key: fc.uuid(),
  account,
  id: fc.option(fc.uuid(), { nil: undefined }),
  scopes: fc.constant(scopes),
  state,
})
const client = fc.record({
  kind: fc.constant('client' as const),
  key: fc.constantFrom(...TENANTS),
  emails: fc.constant([]),
  id: fc.constant(undefined),
  inherited: fc.boolean(),
  scopes: fc.constant(scopes),
  state,
})
// A client that was made again is there twice, at most once of them standing.
const estate = fc.record({
  resources: fc
    .tuple(fc.uniqueArray(owned, { selector: ({ key }) => key }), fc.array(client))
    .map(([others, clients]): Resource[] => [
      ...others,
      ...clients.filter(
        (one, index) =>
          !isStanding(one) ||
          clients.findIndex((other) => isStanding(other) && other.key === one.key) === index,
      ),
    ]),
  accounts: fc.uniqueArray(account, { selector: accountKey }),
})

const stepsOf = (plan: readonly Track[]): Step[] => plan.flat()

/** Whose account a step is about. */
function ownerOf(step: Step): string {
  if (step.kind === 'delete-cases') return accountKey(step.account)
  if (step.kind === 'delete-webhook') return accountKey(step.webhook.account)
  return accountKey({ kind: 'client', externalTenantId: step.externalTenantId })
}

describe('a plan', () => {
  it('covers everything that stands exactly once, and nothing that is gone', () => {
    fc.assert(
      fc.property(estate, (given) => {
        const covered = stepsOf(planCleanup(given)).flatMap(keysOf)
        const standing = given.resources.filter(isStanding).map(({ key }) => key)
        expect(covered.toSorted()).toEqual(standing.toSorted())
      }),
    )
  })

  it('deletes cases with one call per account that may have some, and no other', () => {
    fc.assert(
      fc.property(estate, (given) => {
        const accounts = stepsOf(planCleanup(given)).flatMap((step) =>
          step.kind === 'delete-cases' ? [accountKey(step.account)] : [],
        )
        const withCases = given.resources.flatMap((resource) =>
          resource.kind === 'case' && isStanding(resource) ? [accountKey(resource.account)] : [],
        )
        const expected = new Set([...given.accounts.map(accountKey), ...withCases])
        expect(accounts.toSorted()).toEqual([...expected].toSorted())
      }),
    )
  })

  it('resets a client after its cases, and looks after its subscriptions only then', () => {
    fc.assert(
      fc.property(estate, (given) => {
        for (const track of planCleanup(given)) {
          const kinds = track.map(({ kind }) => kind)
          if (!kinds.includes('reset-client')) continue
          const order = ['delete-cases', 'reset-client', 'delete-webhook']
          expect(kinds).toEqual(kinds.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)))
        }
      }),
    )
  })

  it('has tracks that do not depend on each other: all about one account is on one of them', () => {
    fc.assert(
      fc.property(estate, (given) => {
        const owners = planCleanup(given).map((track) => new Set(track.map(ownerOf)))
        for (const owner of owners) expect(owner.size).toBe(1)
        expect(new Set(owners.flatMap((owner) => [...owner])).size).toBe(owners.length)
      }),
    )
  })

  it('names its steps, each differently', () => {
    fc.assert(
      fc.property(estate, (given) => {
        const names = stepsOf(planCleanup(given)).map(stepName)
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })

  it('for nothing is empty', () => {
    expect(planCleanup({ resources: [], accounts: [] })).toEqual([])
  })

  it('for an account that only the application may have used deletes by tag, and knows of no case', () => {
    expect(planCleanup({ resources: [], accounts: [CREDITOR] })).toEqual([
      [{ kind: 'delete-cases', account: CREDITOR, cases: [] }],
    ])
  })
})
