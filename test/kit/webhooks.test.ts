import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { receiver } from '../sandbox/webhooks/receiver.ts'
import { failureOf, newScope } from '../steward/hosted.ts'
import type { HostedKit } from './hosted-kit.ts'
import { hostListeningKit } from './listening-kit.ts'

let sandbox: Sandbox
let kit: HostedKit

beforeAll(async () => {
  sandbox = await createSandbox()
  kit = await hostListeningKit(sandbox)
})
afterAll(async () => {
  await kit[Symbol.asyncDispose]()
  await sandbox.close()
})

describe('delivering to the application under test', () => {
  it('sends it every event of the API, signed with the secret that the test gets', async () => {
    const application = await receiver()
    const hook = await kit.debitura.webhooks.deliverTo(application.url)
    expect(hook.events).toContain('payment.deleted')
    const claim = await kit.debitura.cases.create()
    const [created] = await application.until(1)
    const { text = '', headers } = created ?? {}
    const header = headers?.['x-debitura-signature']
    const payload = kit.debitura.webhooks.verify<'customer'>(text, header, hook.secret)
    expect(payload).toMatchObject({ event: 'case.created', data: { caseId: claim.id } })
  })

  it('sends it the events that the test names, of the API that it names', async () => {
    const application = await receiver()
    await kit.debitura.webhooks.deliverTo(application.url, {
      api: 'collection-partner',
      events: ['case.assigned'],
    })
    const claim = await kit.debitura.managedCases.create()
    await claim.fire('case.assigned')
    const received = await application.until(1)
    expect(new Set(received.map(({ headers }) => headers['x-debitura-event']))).toEqual(
      new Set(['case.assigned']),
    )
  })

  it('for a run is one subscription for everybody who asks for the same', async () => {
    const { url } = await receiver()
    const ask = () => kit.another(newScope()).webhooks.deliverTo(url, { for: 'run' })
    const [one, other] = await Promise.all([ask(), ask()])
    expect(other.id).toBe(one.id)
    expect(other.secret).toBe(one.secret)
    await one[Symbol.asyncDispose]()
    expect(await other.refresh()).toMatchObject({ id: one.id, isActive: true, secret: one.secret })
    expect((await kit.another(newScope()).webhooks.deliverTo(url)).id).not.toBe(one.id)
  })

  it('for a run is made anew once somebody has deleted it', async () => {
    const { url } = await receiver()
    const ask = () => kit.debitura.webhooks.deliverTo(url, { for: 'run' })
    const first = await ask()
    await first.delete()
    const [one, other] = await Promise.all([ask(), ask()])
    expect(one.id).not.toBe(first.id)
    expect(other.id).toBe(one.id)
    expect(await one.refresh()).toMatchObject({ isActive: true })
  })

  it('can be tried, ended by Debitura, and taken up again', async () => {
    const application = await receiver(410)
    const hook = await kit.debitura.webhooks.deliverTo(application.url, { events: ['case.closed'] })
    expect(await hook.ping()).toMatchObject({ success: false, httpStatusCode: 410 })
    const claim = await kit.debitura.cases.create()
    await claim.closeUnpaid()
    await application.until(2)
    await expect.poll(async () => (await hook.refresh()).isActive).toBe(false)
    application.answerWith(200)
    expect(await hook.enable()).toBe(hook)
    expect(hook).toMatchObject({ isActive: true, secret: expect.stringMatching(/./) })
    expect(await hook.ping()).toMatchObject({ success: true, httpStatusCode: 200 })
  })

  it('is not printed with its secret', async () => {
    const hook = await kit.debitura.webhooks.deliverTo('http://127.0.0.1:1/')
    const inbox = await kit.debitura.webhooks.inbox()
    for (const handle of [hook, await hook.refresh(), await hook.enable(), inbox]) {
      expect(handle.secret).toMatch(/^[A-Za-z0-9+/]+=*$/)
      for (const printed of [inspect(handle, { depth: 9 }), JSON.stringify(handle)])
        expect(printed).not.toContain(handle.secret)
    }
  })

  it('ends with its block, or when the test says so', async () => {
    const { url } = await receiver()
    const hooks = [await kit.debitura.webhooks.deliverTo(url), await kit.debitura.webhooks.deliverTo(url)]
    for (const hook of hooks) {
      await using inBlock = hook
      if (hook === hooks[0]) await inBlock.delete()
    }
    for (const hook of hooks) expect(await failureOf(hook.refresh())).toMatchObject({ status: 404 })
  })

  it.each<[string, (debitura: HostedKit['debitura']) => Promise<unknown>, string]>([
    ['no URL', ({ webhooks }) => webhooks.deliverTo(undefined as never), 'not a URL'],
    [
      'a host and port',
      ({ webhooks }) => webhooks.deliverTo('localhost:3000'),
      '"localhost:3000" is not a URL',
    ],
    [
      'a path',
      ({ webhooks }) => webhooks.deliverTo('/hook'),
      '"/hook" is not a URL that begins with http:// or https://',
    ],
    [
      'events of clients and of cases in one',
      ({ webhooks }) => webhooks.deliverTo('http://127.0.0.1:1/', { api: 'referral-partner' }),
      'Make two subscriptions',
    ],
    [
      'a ping of an API that has none',
      async ({ webhooks }) =>
        (await webhooks.deliverTo('http://127.0.0.1:1/', { api: 'collection-partner' })).ping(),
      'the Collection Partner API has no ping',
    ],
    [
      'another lifetime',
      ({ webhooks }) => webhooks.deliverTo('http://127.0.0.1:1/', { for: 'file' as never }),
      '`for` is "file"',
    ],
    [
      'an event of another API',
      ({ webhooks }) => webhooks.create({ url: 'http://127.0.0.1:1/', events: ['client.linked' as never] }),
      'client.linked is an event of the Referral Partner API',
    ],
  ])('refuses %s', async (_, call, words) => {
    const error = await failureOf(call(kit.debitura))
    expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD', message: expect.stringContaining(words) })
    expect(error.stack).toContain('webhooks.test.ts')
  })
})

it('a client’s own webhooks are not among its fields', async () => {
  const client = await kit.debitura.clients.onboard()
  expect(Object.keys(client)).not.toContain('webhooks')
  const application = await receiver()
  await client.webhooks.deliverTo(application.url, { events: ['case.created'] })
  const claim = await client.cases.create()
  const [created] = await application.until(1)
  expect(created?.text).toContain(claim.id)
})
