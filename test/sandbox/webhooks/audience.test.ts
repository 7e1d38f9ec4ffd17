import { describe, expect, test } from 'vitest'
import {
  API_EVENTS,
  COLLECTION_PARTNER_EVENTS,
  REFERRAL_PARTNER_EVENTS,
} from '../../../src/contract/words/index.ts'
import type { SandboxOptions } from '../../../src/sandbox/index.ts'
import { type Caller, callerForClient, callers, started } from '../callers.ts'
import { claim, managedClaim } from '../payloads.ts'
import { type Received, receiver } from './receiver.ts'
import { subscribe } from './subscribed.ts'

const eventsOf = (received: readonly Received[]) => received.map(({ headers }) => headers['x-debitura-event'])
const sorted = (received: readonly Received[]) => eventsOf(received).toSorted()

async function hearing(caller: Caller, path: string, events: readonly string[], isTestMode = true) {
  const hook = await receiver()
  await subscribe(caller, path, { url: hook.url, events, isTestMode })
  return hook
}

async function cast(options?: SandboxOptions) {
  const sandbox = await started(options)
  const { customer, referral, partner } = callers(sandbox)
  sandbox.world().seedClient({ externalTenantId: 't 1' })
  const client = await callerForClient(sandbox, 't 1')
  const settled = () => sandbox.world().clock.moveForward('0s')
  return { sandbox, customer, referral, partner, client, settled }
}

describe('a client’s case', () => {
  test('is heard of by the client and its referral partner, who hears of no payment', async () => {
    const { sandbox, customer, referral, client, settled } = await cast()
    const [own, partners, others] = [
      await hearing(client, '/webhooks', API_EVENTS.customer),
      await hearing(referral, '/v1/Webhooks', REFERRAL_PARTNER_EVENTS),
      await hearing(customer, '/webhooks', API_EVENTS.customer),
    ]
    const { id, reference } = (await client('POST', '/cases', claim())).body
    await client('POST', `/test/cases/${id}/advance`, { to: 'Closed:Paid', amount: 1250 })
    await settled()
    const steps = ['case.closed', 'case.created', 'case.updated', 'case.updated']
    expect(sorted(own.received)).toEqual([...steps, 'payment.created'].toSorted())
    expect(sorted(partners.received)).toEqual(steps)
    expect(others.received).toEqual([])
    const [first] = partners.received
    expect(JSON.parse(first?.text ?? '')).toMatchObject({
      data: { caseId: id, reference, externalTenantId: 't 1' },
      links: { client: `${sandbox.urls['referral-partner']}/clients/t%201` },
    })
  })

  test('is heard of in the mode that the case is of', async () => {
    const { sandbox, referral, settled } = await cast()
    const tests = await hearing(referral, '/v1/Webhooks', ['case.created'])
    const live = await hearing(referral, '/v1/Webhooks', ['case.created'], false)
    sandbox.world().seedCase({ externalTenantId: 't 1' })
    await settled()
    expect([tests.received.length, live.received.length]).toEqual([0, 1])
  })
})

describe('a managed test case', () => {
  test('is heard of by the partner that collects it', async () => {
    const { sandbox, partner, settled } = await cast()
    const hook = await hearing(partner, '/webhooks', COLLECTION_PARTNER_EVENTS)
    const { id, reference } = (await partner('POST', '/managed-cases', managedClaim())).body
    await partner('POST', `/test/cases/${id}/advance`, { to: 'Closed:Paid', amount: 900 })
    await settled()
    expect(sorted(hook.received)).toEqual([
      'case.assigned',
      'case.closed',
      'case.updated',
      'case.updated',
      'payment.created',
    ])
    const assigned = hook.received.find(({ headers }) => headers['x-debitura-event'] === 'case.assigned')
    expect(JSON.parse(assigned?.text ?? '')).toMatchObject({
      classification: 'test',
      data: { caseId: id, reference, lifecycle: 'PendingVerification' },
      links: { self: `${sandbox.urls['collection-partner']}/cases/${id}` },
    })
    expect((await partner('GET', `/webhooks/events?caseId=${id}`)).body).toHaveLength(5)
  })

  test('is not said to be assigned where the behaviour says so', async () => {
    const { partner, settled } = await cast({ behaviours: { selfAssignedTestCase: 'silent' } })
    const hook = await hearing(partner, '/webhooks', COLLECTION_PARTNER_EVENTS)
    await partner('POST', '/managed-cases', managedClaim())
    await settled()
    expect(hook.received).toEqual([])
  })
})

describe('a production case', () => {
  test('is assigned to its collection partner once Debitura is through with it', async () => {
    const { sandbox, customer, partner, settled } = await cast()
    const hook = await hearing(partner, '/webhooks', COLLECTION_PARTNER_EVENTS, false)
    await customer('POST', '/cases', claim({ isTest: false, tag: undefined }))
    await settled()
    expect(hook.received).toEqual([])
    await customer('POST', '/cases', claim({ isTest: false, tag: undefined, skipDebituraVerification: true }))
    await settled()
    expect(eventsOf(hook.received)).toEqual(['case.assigned'])
    expect(sandbox.world().cases()).toHaveLength(2)
  })

  test('is assigned to the collection partner whose quote its creditor took, and to no other', async () => {
    const { sandbox, partner, settled } = await cast()
    const world = sandbox.world()
    const { id } = world.seedCase({ lifecycle: 'Leads' })
    const hook = await hearing(partner, '/webhooks', ['case.assigned'], false)
    const own = world.offerQuote(id)
    const foreign = world.offerQuote(id)
    world.acceptQuote(id, foreign.id)
    await settled()
    expect(own.partnerId).not.toBe(foreign.partnerId)
    expect(hook.received).toEqual([])
    world.acceptQuote(id, world.offerQuote(id).id)
    await settled()
    expect(hook.received.map(({ text }) => JSON.parse(text).data.caseId)).toEqual([id])
  })
})

test('a case that goes takes the referral partner’s deliveries along', async () => {
  const { sandbox, referral, client, settled } = await cast()
  const hook = await receiver(500)
  await subscribe(referral, '/v1/Webhooks', { url: hook.url })
  await client('POST', '/cases', claim())
  await settled()
  await referral('DELETE', '/clients/t%201')
  await sandbox.world().clock.moveForward('2h')
  expect(hook.received).toHaveLength(1)
})
