import { expect, vi } from 'vitest'
import { CLOSE_CODES, LIFECYCLES } from '../../../src/contract/words/index.ts'
import type { Caller } from '../callers.ts'
import { type ModelCase, type ModelWorld, pathOf, remaining } from './model.ts'
import type { RealWorld } from './real-world.ts'

/** Expects that a world holds what the model says, and nothing else, whoever looks. */
export async function expectSame(model: ModelWorld, real: RealWorld): Promise<void> {
  await expectCases(await everyCase(real.customer, '/cases'), model.casesOf('creditor'))
  await expectCases(await everyCase(real.partner, '/managed-cases'), model.casesOf('partner'))
  for (const tenant of model.clients.keys()) {
    const caller = await real.forClient(tenant)
    await expectCases(await everyCase(caller, '/cases'), model.casesOf(`client ${tenant}`))
  }
  await expectPayments(model, real)
  await expectChats(model, real)
  await expectClients(model, real)
  await expectEvents(model, real)
  await expectNothingElse(model, real)
}

/** Reads a list of cases page by page. */
async function everyCase(caller: Caller, path: string) {
  const found = []
  for (let page = 1; ; page++) {
    const { body } = await caller('GET', `${path}?Page=${page}&PageSize=20`)
    found.push(...body.cases)
    if (page >= body.page.totalPages) {
      expect(body.page.totalResults).toBe(found.length)
      return found
    }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: cases as they came over the wire
async function expectCases(found: readonly any[], expected: readonly ModelCase[]): Promise<void> {
  const told = found.map((one) => {
    const { principal, interest, reminderFees, collectionFees } = one.allocationOutstanding
    const allocated = principal + interest + reminderFees + collectionFees
    return {
      id: one.id,
      lifecycle: one.lifecycle,
      closeCode: one.closeCode,
      isTest: one.isTestCase,
      gross: hundredths(one.grossAmount),
      remainder: hundredths(one.remainder),
      allocated: hundredths(allocated),
    }
  })
  const foretold = expected.map((known) => ({
    id: known.id,
    lifecycle: LIFECYCLES[known.lifecycle],
    closeCode: known.closeCode === null ? null : CLOSE_CODES[known.closeCode],
    isTest: known.isTest,
    gross: known.principal,
    remainder: remaining(known),
    allocated: Math.max(0, remaining(known)),
  }))
  expect(inOrder(told)).toEqual(inOrder(foretold))
}

const hundredths = (amount: number) => Math.round(amount * 100)
const inOrder = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** What was said about each case that its owner can read the chats of. */
async function expectChats(model: ModelWorld, real: RealWorld): Promise<void> {
  for (const known of model.cases.values()) {
    const caller = await real.drivenBy(known.owner)
    const { body } = await caller('GET', `${pathOf(known)}/chats`)
    expect(body.map(({ message }: { readonly message: string }) => message)).toEqual(known.chats)
  }
}

/** Payments by case, and those of the creditor all together. */
async function expectPayments(model: ModelWorld, real: RealWorld): Promise<void> {
  for (const known of model.cases.values()) {
    const caller = await real.drivenBy(known.owner)
    const { body } = await caller('GET', `${pathOf(known)}/payments`)
    expect(amounts(body)).toEqual(Object.fromEntries(known.payments))
  }
  const { body } = await real.customer('GET', '/Payments?PageSize=100')
  const paid = model.casesOf('creditor').flatMap(({ payments }) => [...payments])
  expect(amounts(body.payments)).toEqual(Object.fromEntries(paid))
}

// biome-ignore lint/suspicious/noExplicitAny: payments as they came over the wire
const amounts = (payments: readonly any[]): Record<string, number> =>
  Object.fromEntries(payments.map(({ id, grossAmount }) => [id, hundredths(grossAmount)]))

async function expectClients(model: ModelWorld, { referral }: RealWorld): Promise<void> {
  const { body } = await referral('GET', '/clients?PageSize=100')
  const told = Object.fromEntries(
    // biome-ignore lint/suspicious/noExplicitAny: clients as they came over the wire
    body.clients.map((one: any) => [
      one.externalTenantId,
      { signed: one.onboardingDone, cases: one.caseStats.casesTotal, closed: one.caseStats.casesClosed },
    ]),
  )
  const foretold = Object.fromEntries(
    [...model.clients.values()].map(({ externalTenantId, signed }) => {
      const cases = model.casesOf(`client ${externalTenantId}`)
      const closed = cases.filter(({ lifecycle }) => lifecycle === 'Closed').length
      return [externalTenantId, { signed, cases: cases.length, closed }]
    }),
  )
  expect(told).toEqual(foretold)
  const clientsCases = [...model.cases.values()].filter(({ owner }) => owner.startsWith('client'))
  const seen = await referral('GET', '/cases?PageSize=100')
  expect(seen.body.page.totalResults).toBe(clientsCases.length)
}

/** Every event arrived in the log of every subscription that was there, once, and in order. */
async function expectEvents(model: ModelWorld, real: RealWorld): Promise<void> {
  if (model.subscriptions.size === 0) return
  for (const { id, owner } of model.cases.values()) {
    const caller = await real.drivenBy(owner)
    const foretold = Object.fromEntries(
      [...model.subscriptions.keys()]
        .map((subscription) => [subscription, model.eventsOf(id, subscription)] as const)
        .filter(([, events]) => events.length > 0),
    )
    // A row appears once delivery was attempted, which goes on in the background.
    await vi.waitFor(async () => expect(await eventsInLog(caller, id)).toEqual(foretold), { interval: 1 })
  }
}

async function eventsInLog(caller: Caller, caseId: string): Promise<Record<string, string[]>> {
  const { body } = await caller('GET', `/webhooks/events?caseId=${caseId}`)
  const events: Record<string, string[]> = {}
  for (const { subscriptionId, eventType } of body.toReversed()) {
    events[subscriptionId] = [...(events[subscriptionId] ?? []), eventType]
  }
  return events
}

/** What the sandbox says of itself: nothing orphaned, and nothing of another world. */
async function expectNothingElse(model: ModelWorld, real: RealWorld): Promise<void> {
  const census = await real.census()
  expect({
    cases: census.cases.toSorted(),
    clients: census.clients.toSorted(),
    webhooks: census.webhooks.toSorted(),
  }).toEqual({
    cases: [...model.cases.keys()].toSorted(),
    clients: [...model.clients.keys()].toSorted(),
    webhooks: [...model.subscriptions.keys()].toSorted(),
  })
  // A key for idempotency replays an answer for ever, also that about a thing which is gone.
  const { storedAnswers, ...rows } = real.sandbox.world(real.name).snapshot().copy().rows
  const remembered = JSON.stringify(rows)
  expect([...model.removed].filter((id) => remembered.includes(id))).toEqual([])
}
