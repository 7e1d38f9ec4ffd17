import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { failureOf } from '../steward/hosted.ts'
import { type HostedKit, hostKit } from './hosted-kit.ts'

let sandbox: Sandbox
let kit: HostedKit

beforeAll(async () => {
  sandbox = await createSandbox()
  kit = await hostKit(sandbox)
})
afterAll(async () => {
  await kit[Symbol.asyncDispose]()
  await sandbox.close()
})

const NOWHERE = '00000000-0000-4000-8000-000000000000'

type Debitura = HostedKit['debitura']

/** Calls that fail: in the builder, in the kit, in the steward, at Debitura. */
const failing: [name: string, call: (debitura: Debitura) => Promise<unknown>][] = [
  ['cases.create', ({ cases }) => cases.create({ currencyCode: 'XYZ' })],
  ['cases.create, of a wrong type', ({ cases }) => cases.create({ debtor: { type: 7 } } as never)],
  ['cases.create, with a tag', ({ cases }) => cases.create({ tag: 'other' } as never)],
  ['cases.create, of no test case', ({ cases }) => cases.create({ isTest: false } as never)],
  ['cases.get', ({ cases }) => cases.get(NOWHERE)],
  ['cases.getByReference', ({ cases }) => cases.getByReference('NOWHERE')],
  ['cases.getByCreditorReference', ({ cases }) => cases.getByCreditorReference('NOWHERE')],
  ['cases.list', ({ cases }) => cases.list({ Statuses: ['Nonsense'] })],
  ['managedCases.create', ({ managedCases }) => managedCases.create({ currencyCode: 'XYZ' })],
  ['managedCases.get', ({ managedCases }) => managedCases.get(NOWHERE)],
  ['managedCases.list', ({ managedCases }) => managedCases.list({ Statuses: ['Nonsense'] })],
  [
    'managedCases.listCollected',
    ({ managedCases }) => managedCases.listCollected({ Statuses: ['Nonsense'] }),
  ],
  ['clients.create', ({ clients }) => clients.create({ users: [] })],
  ['clients.onboard', ({ clients }) => clients.onboard({ email: 'not an address' })],
  ['clients.get', ({ clients }) => clients.get('nobody')],
  ['clients.listCases', ({ clients }) => clients.listCases({ Statuses: ['Nonsense'] })],
  ['webhooks.create', ({ webhooks }) => webhooks.create({ url: 'hook', events: ['case.closed'] })],
  ['webhooks.deliverTo', ({ webhooks }) => webhooks.deliverTo('hook')],
  ['webhooks.inbox', ({ webhooks }) => webhooks.inbox()],
  ['clock.moveForward', ({ clock }) => clock.moveForward('2h')],
  ['webhooks.delete', ({ webhooks }) => webhooks.delete({ id: NOWHERE })],
]

describe("an error's stack starts where the test called", () => {
  it.each(failing)('%s', async (_, call) => {
    const error = await failureOf(call(kit.debitura))
    expect(firstFrame(error)).toContain('call-site.test.ts')
    expect(error.stack).toContain(error.message)
  })

  it('methods of a case', async () => {
    const claim = await kit.debitura.cases.create()
    await claim.delete()
    for (const call of [
      () => claim.refresh(),
      () => claim.advance('Nonsense' as never),
      () => claim.activate(),
      () => claim.closePaid(),
      () => claim.closePaid(-1),
      () => claim.closeUnpaid(),
      () => claim.events(),
      () => claim.waitForEvent('case.closed'),
      () => claim.findEvent('case.closed'),
      () => claim.fire('case.closed'),
      () => claim.timeline(),
      () => claim.payments(),
    ]) {
      expect(firstFrame(await failureOf(call()))).toContain('call-site.test.ts')
    }
  })

  it('methods of a managed case', async () => {
    const claim = await kit.debitura.managedCases.create()
    await claim.delete()
    for (const call of [() => claim.refresh(), () => claim.close('Paid'), () => claim.start({} as never)]) {
      expect(firstFrame(await failureOf(call()))).toContain('call-site.test.ts')
    }
  })

  it('methods of a client', async () => {
    const client = await kit.debitura.clients.onboard()
    await client.reset()
    for (const call of [
      () => client.refresh(),
      () => client.token(),
      () => client.isDeletable(),
      () => client.reset(),
      () => client.fire('client.linked'),
      () => client.webhooks.inbox(),
      () => client.cases.create(),
      () => client.cases.list(),
    ]) {
      expect(firstFrame(await failureOf(call()))).toContain('call-site.test.ts')
    }
  })
})

it('a bug of the steward is told at the line of the test, with the place of the bug in its cause', async () => {
  const assertPossible = () => {
    throw new RangeError('a bug')
  }
  await using buggy = await hostKit(sandbox, {
    onboarding: { assertPossible, complete: async () => undefined },
  })
  const error = await failureOf(buggy.debitura.clients.onboard())
  expect(firstFrame(error)).toContain('call-site.test.ts')
  expect(error.stack).not.toContain('assertPossible')
  expect(error.cause).toMatchObject({ stack: expect.stringContaining('assertPossible') })
})

it('a payload of a wrong type is refused by the name of the field', async () => {
  const given = { debtor: { type: 7 } } as never
  expect(await failureOf(kit.debitura.cases.create(given))).toMatchObject({
    code: 'DBT_INVALID_PAYLOAD',
    message: expect.stringContaining('`debtor.type`'),
  })
})

it.each([
  ["somebody else's tag", { tag: 'suite-run-other' }, 'DBT_INVALID_TAG', 'no other'],
  ['a blank tag', { tag: '' }, 'DBT_INVALID_TAG', 'blank'],
  ['a tag that is too long', { tag: 't'.repeat(101) }, 'DBT_INVALID_TAG', '101 characters'],
  ['a tag of null', { tag: null }, 'DBT_INVALID_TAG', 'null'],
  ['isTest: false', { isTest: false }, 'DBT_INVALID_PAYLOAD', '`isTest` is false'],
  ['isTest: null', { isTest: null }, 'DBT_INVALID_PAYLOAD', '`isTest` is null'],
])('%s is refused in the test, before anything is sent', async (_, given, code, words) => {
  for (const account of [kit.debitura.cases, kit.debitura.managedCases]) {
    const error = await failureOf(account.create(given as never))
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) })
  }
})

const circular: Record<string, unknown> = {}
circular.self = [circular]

const unusable: [what: string, call: (debitura: Debitura) => Promise<unknown>, words: string][] = [
  ['a BigInt', ({ cases }) => cases.create({ amountToRecover: 10n as never }), '`amountToRecover` is 10n'],
  ['NaN', ({ cases }) => cases.create({ amountToRecover: Number.NaN }), '`amountToRecover` is NaN'],
  [
    'no finite number, in a list of a managed case',
    ({ managedCases }) => managedCases.create({ extra: [{ fee: 1 / 0 }] } as never),
    '`extra.0.fee` is Infinity',
  ],
  ['a BigInt in a query', ({ cases }) => cases.list({ Page: 1n as never }), '`Page` is 1n'],
  ['a circle in a query', ({ cases }) => cases.list(circular as never), '`self.0` contains itself'],
  ['a client of null', ({ clients }) => clients.onboard(null as never), 'got null'],
  ['a client of text', ({ clients }) => clients.create('acme' as never), 'got "acme"'],
  [
    'an address beside users',
    ({ clients }) => clients.onboard({ email: 'a@b.example', users: [{ name: 'Ada' }] }),
    '`email`',
  ],
  ['no subscription', ({ webhooks }) => webhooks.create(undefined as never), 'got nothing'],
  ['a subscription without a URL', ({ webhooks }) => webhooks.create({} as never), 'not a URL'],
  ['no subscription to delete', ({ webhooks }) => webhooks.delete(undefined as never), 'got nothing'],
]

it.each(unusable)('%s is refused in the test, with what to do', async (_, call, words) => {
  const error = await failureOf(call(kit.debitura))
  expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD', why: expect.stringContaining(words) })
  expect(error.todo).not.toBe('')
  expect(firstFrame(error)).toContain('call-site.test.ts')
})

it("the run's own tag and isTest: true may be said, for they are so anyway", async () => {
  const claim = await kit.debitura.cases.create({ tag: kit.tag, isTest: true } as never)
  expect(claim.isTestCase).toBe(true)
})

function firstFrame({ stack = '' }: Error): string {
  return stack.split('\n').find((line) => /^\s+at /.test(line)) ?? ''
}
