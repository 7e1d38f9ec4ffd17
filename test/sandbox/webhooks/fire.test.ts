import { describe, expect, test } from 'vitest'
import { API_EVENTS } from '../../../src/contract/words/index.ts'
import { callers } from '../callers.ts'
import { claim, managedClaim } from '../payloads.ts'
import { receiver } from './receiver.ts'
import { listening, subscribe } from './subscribed.ts'

const NOBODY = '11111111-2222-4333-8444-555555555555'

async function firing(options?: Parameters<typeof listening>[1]) {
  const setting = await listening({ events: API_EVENTS.customer }, options)
  const { customer, settled, hook } = setting
  const { id: caseId, reference } = (await customer('POST', '/cases', claim())).body
  await settled()
  const fire = (event: unknown, overrides: object = {}) =>
    customer('POST', '/test/webhooks/fire', { event, caseId, ...overrides })
  /** What the last delivery says. */
  const said = async () => {
    await settled()
    return JSON.parse(hook.received.at(-1)?.text ?? '')
  }
  return { ...setting, caseId, reference, fire, said }
}

describe('an event that is fired', () => {
  test('tells of the case as it stands, and changes nothing', async () => {
    const { customer, fire, said, caseId, reference, log } = await firing()
    const before = (await customer('GET', `/cases/${caseId}`)).body
    expect(await fire('case.updated')).toMatchObject({
      status: 200,
      body: { eventType: 'case.updated', caseId, enqueuedCount: 1 },
    })
    expect(await said()).toMatchObject({
      event: 'case.updated',
      classification: 'test',
      data: {
        caseId,
        reference,
        oldLifecycle: 'PendingVerificationInternal',
        newLifecycle: 'PendingVerificationInternal',
      },
    })
    await fire('case.closed')
    expect((await said()).data).toEqual({ caseId, reference, closeCode: null, closeComment: null })
    expect((await customer('GET', `/cases/${caseId}`)).body).toEqual(before)
    expect(await log(caseId)).toHaveLength(3)
  })

  test('tells of the latest payment, the latest message and the close code', async () => {
    const { customer, fire, said, caseId, settled } = await firing()
    const [{ email: userEmail }] = (await customer('GET', '/users')).body.users
    await customer('POST', `/cases/${caseId}/chats`, { message: 'Hello', userEmail })
    await settled()
    await fire('chat.created')
    expect((await said()).data).toMatchObject({ caseId, message: 'Hello' })
    await customer('POST', `/test/cases/${caseId}/advance`, { to: 'Closed:Paid', amount: 1250 })
    await settled()
    await fire('payment.created')
    const [payment] = (await customer('GET', `/cases/${caseId}/payments`)).body
    expect((await said()).data).toMatchObject({ paymentId: payment.id, amount: 1250, currency: 'USD' })
    await fire('case.closed')
    expect((await said()).data).toMatchObject({ closeCode: 'Paid' })
  })

  test.each(['payment.created', 'payment.deleted', 'chat.created'])(
    '%s is a 422 where the case has none',
    async (event) => {
      const { fire } = await firing()
      expect((await fire(event)).status).toBe(422)
    },
  )

  test('reaches one subscription alone where that is named', async () => {
    const { customer, fire, hook, id, settled } = await firing()
    const other = await receiver()
    await subscribe(customer, '/webhooks', { url: other.url })
    expect((await fire('case.created')).body.enqueuedCount).toBe(2)
    expect((await fire('case.created', { subscriptionId: id })).body.enqueuedCount).toBe(1)
    await settled()
    expect([hook.received.length, other.received.length]).toEqual([3, 1])
  })

  test('reaches nobody where no active subscription asked for it', async () => {
    const { customer, fire, id } = await firing()
    await customer('PATCH', `/webhooks/${id}`, { isActive: false })
    expect(await fire('case.created')).toMatchObject({ status: 200, body: { enqueuedCount: 0 } })
  })

  test('is a 400 for a subscription that is live, unknown or another account’s', async () => {
    const { sandbox, customer, fire } = await firing()
    const url = 'https://hooks.example.com/'
    const live = await subscribe(customer, '/webhooks', { url, isTestMode: false })
    const foreign = await subscribe(callers(sandbox, 'other').customer, '/webhooks', { url })
    for (const subscriptionId of [live.id, foreign.id, NOBODY]) {
      expect((await fire('case.created', { subscriptionId })).status).toBe(400)
    }
  })

  test('is a 400 for an event of another API, and for none', async () => {
    const { fire } = await firing()
    for (const event of ['case.assigned', 'nonsense', '', null, undefined]) {
      expect((await fire(event)).status).toBe(400)
    }
  })

  test('is a 400 for a production case, and a 404 for another account’s', async () => {
    const { sandbox, fire } = await firing()
    const live = sandbox.world().seedCase()
    expect((await fire('case.created', { caseId: live.id })).status).toBe(400)
    const foreign = sandbox.world('other').seedCase({ isTest: true })
    for (const caseId of [foreign.id, NOBODY])
      expect((await fire('case.created', { caseId })).status).toBe(404)
  })
})

test('a collection partner fires its own events about its own cases', async () => {
  const { sandbox, customer, settled } = await firing()
  const { partner } = callers(sandbox)
  const hook = await receiver()
  await subscribe(partner, '/webhooks', { url: hook.url, events: ['payment.deleted', 'case.assigned'] })
  const { id } = (await partner('POST', '/managed-cases', managedClaim())).body
  const fire = (event: string, caseId = id) => partner('POST', '/test/webhooks/fire', { event, caseId })
  expect((await fire('case.assigned')).body).toMatchObject({ enqueuedCount: 1 })
  expect((await fire('case.created')).status).toBe(400)
  const unrouted = (await customer('POST', '/cases', claim())).body.id
  expect((await fire('case.assigned', unrouted)).status).toBe(404)
  const payment = { date: '2026-01-20', paymentAmount: 100 }
  const { paymentId } = (await partner('POST', `/managed-cases/${id}/payments`, payment)).body
  await partner('DELETE', `/managed-cases/${id}/payments/${paymentId}`)
  await settled()
  await fire('payment.deleted')
  await settled()
  expect(JSON.parse(hook.received.at(-1)?.text ?? '').data).toMatchObject({ paymentId, amount: 100 })
})
