import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { decodeMarker } from '../../../src/steward/marker.ts'
import { accountOf, draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { type Interposed, interpose } from '../interposed.ts'

let sandbox: Sandbox
let between: Interposed
const bodies: Record<string, unknown>[] = []
const idempotencyKeys: unknown[] = []

beforeAll(async () => {
  sandbox = await createSandbox()
  between = await interpose(sandbox, async (passing) => {
    if (passing.method === 'POST') bodies.push(JSON.parse(passing.body || 'null'))
    if (passing.operation === 'POST /cases') idempotencyKeys.push(passing.headers['idempotency-key'])
    await passing.pass()
  })
})
afterAll(async () => {
  await between[Symbol.asyncDispose]()
  await sandbox.close()
})

describe('a case request that leaves the kit', () => {
  const attempts: [what: string, overrides: object][] = [
    ['isTest: false', { isTest: false }],
    ['a blank tag', { tag: '' }],
    ["somebody else's tag", { tag: 'suite-run-of-somebody-else' }],
    ['a tag of null', { tag: null }],
    ['getters', Object.defineProperties({}, { tag: getter('other'), isTest: getter(false) })],
    ['a prototype', JSON.parse('{"__proto__":{"isTest":false,"tag":"other"}}')],
    ['fields in other cases', { IsTest: false, Tag: 'other', ISTEST: false }],
  ]

  it.each(attempts)('is of a test case with the tag of the run, in spite of %s', async (_, attempt) => {
    const world = freshWorld()
    await using run = hostSteward(between, { world })
    const scope = newScope()
    const { externalTenantId } = await run.steward.createClient(scope, draft.client(), { sign: true })
    const overrides = Object.create(Object.getPrototypeOf(attempt), Object.getOwnPropertyDescriptors(attempt))
    bodies.length = 0
    await run.steward.createCase(scope, CREDITOR, Object.assign(overrides, draft.case()))
    await run.steward.createCase(scope, accountOf({ externalTenantId }), { ...draft.case(), ...overrides })
    await run.steward.createManagedCase(scope, { ...draft.managedCase(), ...overrides })

    const cases = bodies.filter((body) => 'currencyCode' in body)
    expect(cases).toHaveLength(3)
    for (const body of cases) {
      expect(body).toMatchObject({ isTest: true, tag: run.identity.tag })
      expect(
        Object.keys(body)
          .filter((name) => /^(istest|tag)$/i.test(name))
          .sort(),
      ).toEqual(['isTest', 'tag'])
    }
    const made = sandbox.world(world).cases()
    expect(made.map(({ isTest, tag }) => [isTest, tag])).toEqual(Array(3).fill([true, run.identity.tag]))
  })

  it('bears an idempotency key of its own', async () => {
    await using run = hostSteward(between)
    idempotencyKeys.length = 0
    const scope = newScope()
    for (let made = 0; made < 3; made++) await run.steward.createCase(scope, CREDITOR, draft.case())
    expect(new Set(idempotencyKeys).size).toBe(3)
    for (const key of idempotencyKeys) expect(decodeMarker(String(key))).toBe(run.identity.runId)
  })
})

it.each([
  ['isTest', { isTest: null }],
  ['isTest', { isTest: 'false' }],
  ['tag', { tag: 7 }],
])('a case of which `%s` is of another type is refused before anything is sent', async (field, own) => {
  await using run = hostSteward(between)
  const given = { ...draft.case(), ...own }
  const error = await failureOf(run.steward.createCase(newScope(), CREDITOR, given))
  expect(error).toMatchObject({
    code: 'DBT_INVALID_PAYLOAD',
    message: expect.stringContaining(`\`${field}\``),
  })
  expect(run.connection.calls.total).toBe(0)
})

function getter(value: unknown): PropertyDescriptor {
  return { enumerable: true, configurable: true, get: () => value, set: () => undefined }
}
