import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { receiver } from '../../sandbox/webhooks/receiver.ts'
import { failureOf } from '../../steward/hosted.ts'
import type { HostedKit } from '../hosted-kit.ts'
import { hostListeningKit } from '../listening-kit.ts'

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

async function closedCase() {
  const claim = await kit.debitura.cases.create()
  await claim.activate()
  await claim.waitForEvent('case.updated')
  await claim.closeUnpaid()
  await claim.waitForEvent('case.closed')
  return claim
}

it('a case’s events are listed newest first, one row for each subscription', async () => {
  const claim = await closedCase()
  const events = await claim.events()
  const times = events.map(({ createdAt }) => createdAt)
  expect(times).toEqual(times.toSorted().toReversed())
  expect(events.map(({ event }) => event)).toContain('case.closed')
  expect(new Set(events.map(({ caseId }) => caseId))).toEqual(new Set([claim.id]))
})

it('an event has the fields that Debitura answers, and those of its payload', async () => {
  const claim = await closedCase()
  const closed = await claim.waitForEvent('case.closed')
  expect(Object.keys(closed).toSorted()).toEqual(
    [
      ...['attemptCount', 'caseId', 'createdAt', 'data', 'deliveredAt', 'event', 'eventType', 'id'],
      ...['lastError', 'lastResponseCode', 'payload', 'subscriptionId'],
    ].toSorted(),
  )
})

it('are listed as of a time, given as text or as a date', async () => {
  const claim = await closedCase()
  const closed = await claim.waitForEvent('case.closed')
  const expected = (await claim.events()).filter(({ createdAt }) => createdAt >= closed.createdAt)
  const ids = expected.map(({ id }) => id)
  for (const since of [closed.createdAt, `${closed.createdAt}Z`, new Date(`${closed.createdAt}Z`)]) {
    expect((await claim.events({ since })).map(({ id }) => id)).toEqual(ids)
  }
  expect(await claim.events({ since: new Date(Date.now() + 86_400_000) })).toEqual([])
})

it.each(['yesterday', new Date(Number.NaN), 7])('%s is no time', async (since) => {
  const claim = await kit.debitura.cases.create()
  expect(await failureOf(claim.events({ since: since as string }))).toMatchObject({
    code: 'DBT_INVALID_PAYLOAD',
    why: expect.stringContaining('`since` is'),
  })
})

it('an event that is replayed is delivered again, and marked as such', async () => {
  const application = await receiver()
  const hook = await kit.debitura.webhooks.deliverTo(application.url, { events: ['case.closed'] })
  const claim = await kit.debitura.cases.create()
  await claim.closeUnpaid()
  const [first] = await application.until(1)
  const rowOfHook = async () =>
    (await claim.events()).find(({ subscriptionId }) => subscriptionId === hook.id)
  await expect.poll(rowOfHook).toBeDefined()
  const row = await rowOfHook()
  expect(await row?.replay()).toMatchObject({ eventId: row?.id, eventType: 'case.closed' })
  const [, again] = await application.until(2)
  expect(again?.text).toBe(first?.text)
  expect(again?.headers['x-debitura-replay']).toBe('true')
})

it('an event whose case was deleted cannot be replayed', async () => {
  const claim = await closedCase()
  const closed = await claim.waitForEvent('case.closed')
  await claim.delete()
  expect(await failureOf(closed.replay())).toMatchObject({ status: 404 })
  expect(await failureOf(claim.events())).toMatchObject({ code: 'DBT_GONE' })
})
