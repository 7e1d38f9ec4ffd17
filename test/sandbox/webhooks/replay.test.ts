import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'
import { claim, managedClaim } from '../payloads.ts'
import { receiver } from './receiver.ts'
import { listening, subscribe } from './subscribed.ts'

const NOBODY = '11111111-2222-4333-8444-555555555555'

async function delivered(options?: Parameters<typeof listening>[1]) {
  const setting = await listening({}, options)
  const caseId = (await setting.customer('POST', '/cases', claim())).body.id
  await setting.settled()
  const [row] = await setting.log(caseId)
  const replay = (id = row.id) => setting.customer('POST', `/webhooks/events/${id}/replay`)
  return { ...setting, caseId, row, replay }
}

describe('a replay', () => {
  test('delivers the same payload to the same subscription, and says that it is one', async () => {
    const { hook, id, row, replay, settled } = await delivered()
    expect(await replay()).toMatchObject({
      status: 200,
      body: { eventId: row.id, subscriptionId: id, eventType: 'case.created' },
    })
    await settled()
    const [first, again] = hook.received
    expect(again?.text).toBe(first?.text)
    expect([first, again].map((one) => one?.headers['x-debitura-replay'])).toEqual([undefined, 'true'])
  })

  test('tells when the event fired, however often it is replayed', async () => {
    const { caseId, clock, hook, log, replay } = await delivered()
    for (const _ of [1, 2]) {
      await clock.moveForward('1h')
      await replay((await log(caseId))[0].id)
    }
    await clock.moveForward('0s')
    const times = hook.received.map(({ headers }) => headers['x-debitura-timestamp'])
    expect(times).toEqual([times[0], times[0], times[0]])
    const fired = Date.parse(JSON.parse(hook.received[0]?.text ?? '').timestamp)
    expect(times[0]).toBe(String(Math.floor(fired / 1000)))
    const [latest] = await log(caseId)
    expect(Date.parse(`${latest.createdAt}`) - fired).toBeGreaterThanOrEqual(7_200_000)
  })

  test('makes a row of its own', async () => {
    const { caseId, log, replay, settled } = await delivered()
    await replay()
    await settled()
    expect(await log(caseId)).toMatchObject([{ attemptCount: 1 }, { attemptCount: 1 }])
  })

  test('counts as one more attempt of its row where the behaviour says so', async () => {
    const { caseId, log, row, replay, settled } = await delivered({
      behaviours: { replayedEvent: 'same-row' },
    })
    await replay()
    await settled()
    expect(await log(caseId)).toMatchObject([{ id: row.id, attemptCount: 2 }])
  })

  test('starts anew with its attempts', async () => {
    const { hook, replay, subscription, clock } = await delivered()
    hook.answerWith(500)
    await replay()
    await clock.moveForward('1h')
    expect((await subscription()).isActive).toBe(true)
    await clock.moveForward('1h')
    expect(hook.received).toHaveLength(9)
    expect((await subscription()).isActive).toBe(false)
  })

  test('is a 404 for what is unknown, gone, or another account’s', async () => {
    const { sandbox, customer, caseId, row, replay } = await delivered()
    expect((await replay(NOBODY)).status).toBe(404)
    const other = callers(sandbox, 'other').customer
    expect((await other('POST', `/webhooks/events/${row.id}/replay`)).status).toBe(404)
    expect((await callers(sandbox).partner('POST', `/webhooks/events/${row.id}/replay`)).status).toBe(404)
    await customer('DELETE', `/test/cases/${caseId}`)
    expect((await replay()).status).toBe(404)
  })
})

test('a collection partner replays the latest event of its test case', async () => {
  const sandbox = await started()
  const { customer, partner } = callers(sandbox)
  const settled = () => sandbox.world().clock.moveForward('0s')
  const hook = await receiver()
  const { id } = (await partner('POST', '/managed-cases', managedClaim())).body
  const replayLast = (caseId: string) => partner('POST', `/test/cases/${caseId}/replay-last-event`)
  expect((await replayLast(id)).status).toBe(404)
  const subscription = await subscribe(partner, '/webhooks', {
    url: hook.url,
    events: ['case.updated', 'case.closed'],
  })
  await partner('POST', `/test/cases/${id}/advance`, { to: 'Closed:NoPayment' })
  await settled()
  expect(await replayLast(id)).toMatchObject({
    status: 200,
    body: { subscriptionId: subscription.id, eventType: 'case.closed' },
  })
  await settled()
  const last = hook.received.at(-1)
  expect(last?.headers).toMatchObject({ 'x-debitura-event': 'case.closed', 'x-debitura-replay': 'true' })
  const live = sandbox.world().seedCase()
  const unrouted = (await customer('POST', '/cases', claim())).body
  expect((await replayLast(live.id)).status).toBe(400)
  expect((await replayLast(unrouted.id)).status).toBe(400)
  expect((await replayLast(NOBODY)).status).toBe(404)
})

test.each(['/replay', ':replay'])('the deprecated %s counts cases, and delivers nothing', async (verb) => {
  const { sandbox, customer, hook, id, clock, settled } = await listening(
    {},
    { now: () => new Date('2026-06-17T08:30:00Z') },
  )
  await customer('POST', '/cases', claim())
  await clock.moveForward('1h')
  await customer('POST', '/cases', claim())
  await settled()
  const replay = (body: object, webhook = id) => customer('POST', `/webhooks/${webhook}${verb}`, body)
  expect((await replay({ sinceUtc: '2026-06-17T09:30:00Z' })).body).toEqual({ eventsReplayed: 1 })
  expect((await replay({ sinceUtc: '2026-06-01' })).body).toEqual({ eventsReplayed: 2 })
  expect((await replay({})).status).toBe(400)
  expect((await replay({ sinceUtc: '2026-06-01' }, NOBODY)).status).toBe(404)
  expect(
    (await callers(sandbox, 'other').customer('POST', `/webhooks/${id}${verb}`, { sinceUtc: '2026-06-01' }))
      .status,
  ).toBe(404)
  await settled()
  expect(hook.received).toHaveLength(2)
})
