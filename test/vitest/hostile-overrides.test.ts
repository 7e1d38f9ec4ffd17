import { expect, it } from 'vitest'
import {
  contentsOf,
  inlineProject,
  observedSandbox,
  runVitest,
  type SeenRequest,
  seedSomebodyElses,
} from './harness/index.ts'

/** Says whatever it can think of against the run's own fields, in every way that JavaScript has to say it. */
const suite = /* ts */ `
  import * as fc from 'fast-check'
  import { DebituraTestkitError, expect, test } from 'debitura-testkit/vitest'

  const isTest = fc.constantFrom<unknown>(false, true, 'false', 0, null, undefined, [], { toJSON: () => false })
  const tag = fc.oneof(
    fc.constantFrom<unknown>('', ' ', 'somebody-else', 'x'.repeat(101), null, undefined, 42, [], {}, { toString: () => '' }),
    fc.string({ maxLength: 120 }),
  )
  const names = (name: string) => fc.constantFrom(name, name, name.toUpperCase(), name[0]!.toUpperCase() + name.slice(1), ' ' + name)
  /** Fields that are the run's, spelled this way and that. */
  const fields = fc
    .record({ isTestName: names('isTest'), isTest, tagName: names('tag'), tag, both: fc.constantFrom(1, 2, 3) })
    .map((given) => ({
      ...(given.both & 1 ? { [given.isTestName]: given.isTest } : {}),
      ...(given.both & 2 ? { [given.tagName]: given.tag } : {}),
    }))

  /** Ways to hand them in. */
  const ways: Record<string, (hostile: Record<string, unknown>) => unknown> = {
    plain: (hostile) => hostile,
    'from JSON, as a prototype': (hostile) => JSON.parse('{"amountToRecover":10,"__proto__":' + JSON.stringify(hostile) + '}'),
    'from JSON, as a constructor': (hostile) => JSON.parse('{"constructor":{"prototype":' + JSON.stringify(hostile) + '}}'),
    inherited: (hostile) => Object.create(hostile),
    'inherited from a class': (hostile) => {
      class Overrides { readonly amountToRecover = 10 }
      Object.assign(Overrides.prototype, hostile)
      return new Overrides()
    },
    'a getter that changes its mind': (hostile) => {
      const overrides = {}
      for (const [name, value] of Object.entries(hostile)) {
        let reads = 0
        Object.defineProperty(overrides, name, { enumerable: true, get: () => (reads++ === 0 ? undefined : value) })
      }
      return overrides
    },
    'a proxy': (hostile) => new Proxy({ amountToRecover: 10, isTest: true }, {
      get: (target, name) => (name in hostile ? hostile[name as string] : Reflect.get(target, name)),
    }),
    toJSON: (hostile) => ({ amountToRecover: 10, toJSON: () => ({ currencyCode: 'EUR', ...hostile }) }),
    'toJSON, nested': (hostile) => ({ debtor: { toJSON: () => hostile }, ...hostile }),
    'nested': (hostile) => ({ debtor: hostile, customFields: [hostile] }),
    'in a list': (hostile) => [hostile],
    'not enumerable': (hostile) => Object.defineProperties({}, Object.fromEntries(Object.entries(hostile).map(([name, value]) => [name, { value }]))),
    'without a prototype': (hostile) => Object.assign(Object.create(null), hostile),
  }
  const overrides = fc.record({ way: fc.constantFrom(...Object.keys(ways)), hostile: fields }).map(({ way, hostile }) => ways[way]!(hostile))

  const outcomes = { made: 0, refused: 0 }
  const attempt = async (create: () => Promise<unknown>) => {
    try {
      await create()
      outcomes.made += 1
    } catch (error) {
      expect(error).toBeInstanceOf(DebituraTestkitError)
      outcomes.refused += 1
    }
  }

  test('the creditor, a client and the collection partner', { timeout: 120_000 }, async ({ debitura, client }) => {
    await fc.assert(
      fc.asyncProperty(overrides, async (given) => {
        await Promise.all([
          attempt(() => debitura.cases.create(given as never)),
          attempt(() => client.cases.create(given as never)),
          attempt(() => debitura.managedCases.create(given as never)),
        ])
      }),
      { numRuns: 250 },
    )
    // Both happen, or nothing was tried.
    expect(outcomes.made).toBeGreaterThan(20)
    expect(outcomes.refused).toBeGreaterThan(20)
  })

  test('cases that come along with a client', async ({ debitura }) => {
    await fc.assert(
      fc.asyncProperty(overrides, (given) => attempt(() => debitura.clients.onboard({ ...(given as object), cases: [given] } as never))),
      { numRuns: 10 },
    )
  })
`

async function scenario() {
  await using sandbox = await observedSandbox()
  using project = inlineProject({ 'a.test.ts': suite })
  const world = sandbox.world('hostile')
  const before = seedSomebodyElses(world)
  const run = await runVitest(project, { variables: sandbox.variables('hostile') })
  return { run, before, after: contentsOf(world), seen: sandbox.seen }
}

const { run, before, after, seen } = await scenario()
const tag = /suite-run-[0-9a-f-]{36}/.exec(run.stderr)?.[0]

const isCreate = ({ method, path }: SeenRequest) => method === 'POST' && /^\/(managed-)?cases$/.test(path)

/** Every value that a body has under a name, in whatever case: Debitura reads names so. Later ones win there. */
function valuesOf(body: string, name: string): unknown[] {
  const fields = Object.entries(JSON.parse(body) as object)
  return fields
    .filter(([field]) => field.trim().toLowerCase() === name.toLowerCase())
    .map(([, value]) => value)
}

it('lets the test pass, whatever it says', () => {
  expect(run.exitCode, run.output).toBe(0)
})

it('sends isTest: true and the tag of the run with every case, and nothing that could mean otherwise', () => {
  const creates = seen.filter(isCreate)
  expect(creates.length).toBeGreaterThan(60)
  for (const { body } of creates) {
    expect(valuesOf(body, 'isTest'), body).toEqual([true])
    expect(valuesOf(body, 'tag'), body).toEqual([tag])
    expect(body).not.toContain('__proto__')
  }
})

it('sends no case along with a client', () => {
  const clients = seen.filter(({ method, path }) => method === 'POST' && path === '/clients')
  expect(clients.length).toBeGreaterThan(0)
  for (const { body } of clients) expect(valuesOf(body, 'cases'), body).toEqual([])
})

it('deletes by the tag of the run only, and leaves nothing behind', () => {
  const deletes = seen.filter(({ method, path }) => method === 'DELETE' && path === '/test/cases')
  expect(new Set(deletes.map(({ query }) => query.get('tag')))).toEqual(new Set([tag]))
  expect(after).toEqual(before)
})
