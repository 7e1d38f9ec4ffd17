import { expect, expectTypeOf, it } from 'vitest'
import type {
  CaseEventRecord,
  Debitura,
  InboxDelivery,
  ManagedTestCase,
  TestCase,
  TestClient,
} from '../../src/kit/types.ts'
import '../../src/vitest/matcher-types.ts'

// None of these are called: what they say is checked by the compiler.

it('the events of a case are those of its API', () => {
  const ofCase = async (claim: TestCase, managed: ManagedTestCase) => {
    await claim.waitForEvent('case.created')
    // @ts-expect-error a collection partner hears of it
    await claim.waitForEvent('case.assigned')
    // @ts-expect-error a collection partner hears of it
    await claim.findEvent('case.assigned')
    // @ts-expect-error a collection partner hears of it
    await claim.fire('case.assigned')
    // @ts-expect-error there is no such event
    await claim.waitForEvent('case.closd')
    // @ts-expect-error it is about a client
    await claim.waitForEvent('client.linked')
    await managed.waitForEvent('case.assigned')
    await managed.fire('case.assigned')
    // @ts-expect-error a creditor hears of it
    await managed.waitForEvent('case.created')
  }
  expectTypeOf(ofCase).toBeFunction()
})

it('the data of an event is known by its name', () => {
  const ofEvent = async (claim: TestCase, managed: ManagedTestCase) => {
    const payment = await claim.waitForEvent('payment.created', {
      where: ({ amount, currency }) => amount > 10 && currency === 'EUR',
    })
    expectTypeOf(payment).toEqualTypeOf<CaseEventRecord<'customer', 'payment.created'>>()
    expectTypeOf(payment.data.amount).toEqualTypeOf<number>()
    expectTypeOf(payment.event).toEqualTypeOf<'payment.created'>()
    expectTypeOf(payment.payload).toEqualTypeOf<string | null>()
    // @ts-expect-error a payment has no close code
    payment.data.closeCode
    await claim.waitForEvent('payment.created', { where: { amount: 10 } })
    await claim.waitForEvent('payment.created', { where: { amount: expect.any(Number) } })
    // @ts-expect-error an amount is a number
    await claim.waitForEvent('payment.created', { where: { amount: '10' } })
    // @ts-expect-error a payment has no close code
    await claim.waitForEvent('payment.created', { where: { closeCode: 'Paid' } })
    // @ts-expect-error a promise is true of everything
    await claim.waitForEvent('payment.created', { where: async () => true })
    const assigned = await managed.waitForEvent('case.assigned')
    expectTypeOf(assigned.data.lifecycle).toEqualTypeOf<string>()
    for (const event of await claim.events()) {
      if (event.event === 'chat.created') expectTypeOf(event.data.message).toEqualTypeOf<string>()
      // @ts-expect-error not every event has one
      event.data.message
    }
  }
  expectTypeOf(ofEvent).toBeFunction()
})

it('an inbox knows the events of its API', () => {
  const ofInbox = async ({ webhooks }: Debitura, client: TestClient) => {
    const inbox = await webhooks.inbox({ events: ['case.closed', 'payment.created'] })
    const closed = await inbox.next('case.closed', { where: { closeCode: 'Paid' } })
    expectTypeOf(closed).toEqualTypeOf<InboxDelivery<'customer', 'case.closed'>>()
    expectTypeOf(closed.payload.event).toEqualTypeOf<'case.closed'>()
    expectTypeOf(await inbox.next()).toEqualTypeOf<InboxDelivery<'customer'>>()
    // @ts-expect-error a collection partner hears of it
    await inbox.next('case.assigned')
    // @ts-expect-error a collection partner hears of it
    await webhooks.inbox({ events: ['case.assigned'] })
    const partner = await webhooks.inbox({ api: 'collection-partner', events: ['case.assigned'] })
    expectTypeOf((await partner.next('case.assigned')).data.lifecycle).toEqualTypeOf<string>()
    const referral = await webhooks.inbox({ api: 'referral-partner' })
    expectTypeOf((await referral.next('client.linked')).data.externalTenantId).toEqualTypeOf<string>()
    for (const delivery of await inbox.all()) {
      if (delivery.event === 'case.closed') {
        expectTypeOf(delivery.data.closeCode).toEqualTypeOf<string | null>()
        expectTypeOf(delivery.signatureProblem).toEqualTypeOf<undefined>()
      }
      if (delivery.signatureProblem !== undefined) expectTypeOf(delivery.payload).toEqualTypeOf<unknown>()
    }
    const own = await client.webhooks.inbox()
    await own.next('case.closed')
    // @ts-expect-error a client has no webhooks but those of the Customer API
    await client.webhooks.inbox({ api: 'referral-partner' })
  }
  expectTypeOf(ofInbox).toBeFunction()
})

it('a subscription names events of its API', () => {
  const ofSubscription = async ({ webhooks }: Debitura, client: TestClient) => {
    const hook = await webhooks.deliverTo('https://app.example/hook', { for: 'run' })
    expectTypeOf(hook.secret).toEqualTypeOf<string>()
    await webhooks.deliverTo('https://app.example/hook', {
      api: 'referral-partner',
      events: ['client.linked'],
    })
    // @ts-expect-error it is about a client
    await webhooks.deliverTo('https://app.example/hook', { events: ['client.linked'] })
    await webhooks.create({ url: 'https://app.example/hook', events: ['case.closed'] })
    // @ts-expect-error it has to be told of something
    await webhooks.create({ url: 'https://app.example/hook', events: [] })
    // @ts-expect-error there is no such lifetime
    await webhooks.deliverTo('https://app.example/hook', { for: 'file' })
    await client.fire('client.linked')
    // @ts-expect-error it is about a case
    await client.fire('case.closed')
    // @ts-expect-error Debitura fires no such thing
    await client.fire('cases.replay_failed')
  }
  expectTypeOf(ofSubscription).toBeFunction()
})

it('the matcher knows the data of an event', () => {
  const ofMatcher = async (claim: TestCase) => {
    await expect(claim).toHaveFired('payment.created', { data: { amount: 10 } })
    await expect(claim).not.toHaveFired('payment.created', { data: ({ amount }) => amount > 10, settle: 50 })
    // @ts-expect-error a payment has no close code
    await expect(claim).toHaveFired('payment.created', { data: { closeCode: 'Paid' } })
    // @ts-expect-error it is about a client
    await expect(claim).toHaveFired('client.linked')
  }
  expectTypeOf(ofMatcher).toBeFunction()
})
