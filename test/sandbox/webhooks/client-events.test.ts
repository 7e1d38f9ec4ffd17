import { describe, expect, test } from 'vitest'
import { REFERRAL_PARTNER_EVENTS } from '../../../src/contract/words/index.ts'
import type { SandboxOptions } from '../../../src/sandbox/index.ts'
import { callers, started } from '../callers.ts'
import { receiver } from './receiver.ts'
import { subscribe } from './subscribed.ts'

async function triggering(options?: SandboxOptions) {
  const sandbox = await started(options)
  const { referral } = callers(sandbox)
  const client = sandbox.world().seedClient({ externalTenantId: 't', name: 'Nordic Goods' })
  const [live, tests] = [await receiver(), await receiver()]
  for (const [hook, isTestMode] of [
    [live, false],
    [tests, true],
  ] as const) {
    await subscribe(referral, '/v1/Webhooks', { url: hook.url, events: REFERRAL_PARTNER_EVENTS, isTestMode })
  }
  const trigger = (body: object) => referral('POST', '/v1/Webhooks/test', body)
  const settled = () => sandbox.world().clock.moveForward('0s')
  return { sandbox, referral, client, live, tests, trigger, settled }
}

describe('an event of a client', () => {
  test('names the client and its creditor', async () => {
    const { sandbox, client, live, tests, trigger, settled } = await triggering()
    const { status, body } = await trigger({
      eventType: 'client.onboarding.contract_signed',
      externalTenantId: 't',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ eventType: 'client.onboarding.contract_signed', enqueuedCount: 1 })
    await settled()
    expect(tests.received).toEqual([])
    expect(JSON.parse(live.received[0]?.text ?? '')).toMatchObject({
      specVersion: '1.0',
      event: 'client.onboarding.contract_signed',
      data: {
        externalTenantId: 't',
        creditor: { id: client.creditorId, companyName: 'Nordic Goods', isAttributed: true },
        signedAt: expect.any(String),
      },
      links: { client: `${sandbox.urls['referral-partner']}/clients/t` },
    })
  })

  test('does not say whether a declined link was attributed', async () => {
    const { live, trigger, settled } = await triggering()
    await trigger({ eventType: 'client.link_declined', externalTenantId: 't' })
    await settled()
    expect(JSON.parse(live.received[0]?.text ?? '').data.creditor).not.toHaveProperty('isAttributed')
  })

  test.each([
    ['live', [1, 0]],
    ['test', [0, 1]],
    ['all', [1, 1]],
  ] as const)('reaches subscriptions by the behaviour: %s', async (clientEvents, counts) => {
    const { live, tests, trigger, settled } = await triggering({ behaviours: { clientEvents } })
    await trigger({ eventType: 'client.linked', externalTenantId: 't' })
    await settled()
    expect([live.received.length, tests.received.length]).toEqual(counts)
  })

  test('goes with its client', async () => {
    const { sandbox, referral, live, trigger, settled } = await triggering()
    live.answerWith(500)
    await trigger({ eventType: 'client.linked', externalTenantId: 't' })
    await settled()
    await referral('DELETE', '/clients/t')
    await sandbox.world().clock.moveForward('2h')
    expect(live.received).toHaveLength(1)
  })
})

describe('an event of a case that is triggered', () => {
  test('carries what the caller says, or the defaults, and changes nothing', async () => {
    const { sandbox, live, trigger, settled } = await triggering()
    const { id: caseId } = sandbox.world().seedCase({ externalTenantId: 't' })
    await settled()
    const said = async (body: object) => {
      expect((await trigger({ caseId, ...body })).body.enqueuedCount).toBe(1)
      await settled()
      return JSON.parse(live.received.at(-1)?.text ?? '').data
    }
    expect(await said({ eventType: 'case.updated' })).toMatchObject({
      externalTenantId: 't',
      oldLifecycle: 'Active',
      newLifecycle: 'Closed',
    })
    expect(await said({ eventType: 'case.closed' })).toMatchObject({ closeCode: 'Paid', closeComment: null })
    const own = { eventType: 'case.closed', closeCode: 'Other', closeComment: 'Enough' }
    expect(await said(own)).toMatchObject({ closeCode: 'Other', closeComment: 'Enough' })
    expect(sandbox.world().cases()).toMatchObject([{ lifecycle: 'Active' }])
  })
})

test.each([
  [400, { eventType: 'payment.created' }],
  [400, { eventType: 'cases.replay_failed', externalTenantId: 't' }],
  [400, { eventType: '' }],
  [400, {}],
  [400, { eventType: 'case.created' }],
  [400, { eventType: 'client.linked' }],
  [404, { eventType: 'client.linked', externalTenantId: 'T' }],
  [404, { eventType: 'case.created', caseId: '11111111-2222-4333-8444-555555555555' }],
])('%i for %j', async (status, body) => {
  const { trigger } = await triggering()
  expect((await trigger(body)).status).toBe(status)
})

test('a case of nobody’s client is a 404', async () => {
  const { sandbox, trigger } = await triggering()
  const { id: caseId } = sandbox.world().seedCase()
  expect((await trigger({ eventType: 'case.created', caseId })).status).toBe(404)
})

test('nothing is triggered in production', async () => {
  const { trigger } = await triggering({ environment: 'production' })
  expect((await trigger({ eventType: 'client.linked', externalTenantId: 't' })).status).toBe(403)
})
