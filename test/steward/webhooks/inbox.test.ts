import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerApi, type Operation } from '../../../src/contract/index.ts'
import type { CallRequest } from '../../../src/debitura/index.ts'
import {
  CREDITOR,
  type OpenedInbox,
  REFERRAL_PARTNER,
  type StewardFunctions,
} from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { sample, sign } from '../../../src/webhooks/index.ts'
import { accountOf, draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { HEARS } from './hears.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const ALL = ['case.created', 'case.updated', 'case.closed', 'payment.created']

/** Looks until an inbox has so many. */
async function read(steward: StewardFunctions, inboxId: string, atLeast: number) {
  let contents = await steward.readInbox(inboxId, 0, 0)
  const deadline = Date.now() + 10_000
  while (contents.deliveries.length < atLeast && Date.now() < deadline)
    contents = await steward.readInbox(inboxId, contents.deliveries.length, 10_000)
  return contents
}

const urlOf = ([first]: OpenedInbox['subscriptions']) => first?.url ?? ''

const deliver = (url: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers })

describe('an inbox', () => {
  it("shows its own test's deliveries, signed, and nobody else's", async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { steward } = run
    const [one, other] = [newScope(), newScope()]
    const [ours, theirs] = await Promise.all(
      [one, other].map((scope) => steward.openInbox(scope, CREDITOR, { events: ALL })),
    )
    const [claim, foreign] = await Promise.all(
      [one, other].map((scope) => steward.createCase(scope, CREDITOR, draft.case())),
    )
    for (const { id } of [claim, foreign].filter((made) => made !== undefined))
      await steward.advance(CREDITOR, id, 'Active', undefined)
    for (const [inbox, made] of [
      [ours, claim],
      [theirs, foreign],
    ] as const) {
      const { deliveries, strays } = await read(steward, inbox?.inboxId ?? '', 2)
      expect(deliveries.map(({ event }) => event)).toEqual(['case.created', 'case.updated'])
      expect(deliveries.map(({ payload }) => payload)).toMatchObject([
        { data: { caseId: made?.id } },
        { data: { caseId: made?.id, newLifecycle: 'Active' } },
      ])
      expect(deliveries).toMatchObject([
        { signatureProblem: undefined, isDuplicate: false, isReplay: false, answered: 200 },
        { signatureProblem: undefined, isDuplicate: false, isReplay: false, answered: 200 },
      ])
      expect(strays).toEqual([])
    }
    // Both share one subscription.
    expect((await run.close()).tallies.webhook).toMatchObject({ made: 1, deleted: 1 })
  })

  it('shows the events that it is for', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { steward } = run
    const scope = newScope()
    const { inboxId } = await steward.openInbox(scope, CREDITOR, { events: ['case.closed'] })
    const claim = await steward.createCase(scope, CREDITOR, draft.case())
    await steward.advance(CREDITOR, claim.id, 'Closed:NoPayment', undefined)
    const { deliveries } = await read(steward, inboxId, 1)
    expect(deliveries.map(({ event }) => event)).toEqual(['case.closed'])
  })

  it("shows what happens to a test's client, and to the cases that the application makes for it", async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { ...HEARS, world })
    const { steward } = run
    const scope = newScope()
    const { inboxId } = await steward.openInbox(scope, REFERRAL_PARTNER, {
      events: ['client.onboarding.contract_signed', 'client.linked', 'case.created'],
    })
    const client = await steward.createClient(scope, draft.client(), { sign: true })
    await steward.fireClientEvent(client.externalTenantId, 'client.linked')
    const { accessToken } = await steward.token(client.externalTenantId)
    await sandbox.request('customer', '/cases', {
      method: 'POST',
      headers: { Authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...draft.case(), isTest: true, tag: run.identity.tag }),
    })
    const { deliveries } = await read(steward, inboxId, 3)
    expect(deliveries.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['client.onboarding.contract_signed', 'client.linked', 'case.created']),
    )
    const { leftovers } = await run.close()
    expect(leftovers).toEqual([])
  })

  it('with answers of its own has a subscription of its own, which a 410 disables, and can be enabled again', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { ...HEARS, world })
    const { steward } = run
    const scope = newScope()
    const { inboxId, subscriptions } = await steward.openInbox(scope, CREDITOR, {
      events: ALL,
      answers: [{ status: 410 }],
    })
    const subscriptionId = subscriptions[0]?.id ?? ''
    // Another test's case, which this inbox does not answer for.
    await steward.createCase(newScope(), CREDITOR, draft.case())
    expect(await steward.getWebhook(CREDITOR, subscriptionId)).toMatchObject({ isActive: true })
    await steward.createCase(scope, CREDITOR, draft.case())
    const { deliveries } = await read(steward, inboxId, 1)
    expect(deliveries).toMatchObject([{ event: 'case.created' }])
    await expect
      .poll(() => steward.getWebhook(CREDITOR, subscriptionId), { timeout: 10_000 })
      .toMatchObject({ isActive: false, disabledReason: 'Endpoint returned 410 Gone' })
    expect(await steward.enableWebhook(CREDITOR, subscriptionId)).toMatchObject({ isActive: true })
    await steward.answerInbox(inboxId, [{ status: 204 }])
    const claim = await steward.createCase(scope, CREDITOR, draft.case())
    const later = await read(steward, inboxId, 2)
    expect(later.deliveries.at(-1)).toMatchObject({ payload: { data: { caseId: claim.id } } })
  })

  it('sees a refused delivery again, as a duplicate, when the clock has moved on', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { ...HEARS, world })
    const { steward } = run
    const scope = newScope()
    const { inboxId } = await steward.openInbox(scope, CREDITOR, {
      events: ['case.created'],
      answers: [{ status: 500 }, { status: 500 }, { status: 200 }],
    })
    await steward.createCase(scope, CREDITOR, draft.case())
    for (let attempts = 1; attempts <= 3; attempts++) {
      const { deliveries } = await read(steward, inboxId, attempts)
      expect(deliveries).toHaveLength(attempts)
      expect(deliveries.at(-1)).toMatchObject({ isDuplicate: attempts > 1, signatureProblem: undefined })
      await sandbox.world(world).clock.moveForward('150s')
    }
    const { deliveries } = await steward.readInbox(inboxId, 0, 0)
    expect(deliveries.map(({ answered }) => answered)).toEqual([500, 500, 200])
  })

  it('answers as told also what comes before Debitura has said that the case is made', async () => {
    let url = ''
    let secret = ''
    let early: Promise<Response> | undefined
    await using run = hostSteward(sandbox, {
      ...HEARS,
      sending: (connection) =>
        Object.assign(Object.create(connection), {
          call: async (operation: Operation, request: CallRequest<Operation>) => {
            const answer = await connection.call(operation, request)
            if (operation.name !== customerApi.createCase.name) return answer
            const payload = sample('case.created', { data: { caseId: String(Object(answer).id) } })
            const { body, headers } = sign(payload, secret)
            early = deliver(url, body, headers)
            // The receiver has it once it has answered what came after it.
            for (let later = 0; later < 3; later++) await fetch(url)
            return answer
          },
        }),
    })
    const scope = newScope()
    const inbox = await run.steward.openInbox(scope, CREDITOR, {
      events: ['case.created'],
      answers: [{ status: 503 }],
    })
    url = urlOf(inbox.subscriptions)
    secret = inbox.subscriptions[0]?.secret ?? ''
    await run.steward.createCase(scope, CREDITOR, draft.case())
    expect((await early)?.status).toBe(503)
  })

  it('accepts what comes once its test is over, whatever it was told to answer', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const scope = newScope()
    const { subscriptions } = await run.steward.openInbox(scope, CREDITOR, {
      events: ['case.closed'],
      answers: [{ status: 500 }],
    })
    const { id: caseId } = await run.steward.createCase(scope, CREDITOR, draft.case())
    const { body, headers } = sign(
      sample('case.closed', { data: { caseId } }),
      subscriptions[0]?.secret ?? '',
    )
    expect((await deliver(urlOf(subscriptions), body, headers)).status).toBe(500)
    run.closeScopes()
    await expect
      .poll(async () => (await deliver(urlOf(subscriptions), body, headers)).status, { timeout: 10_000 })
      .toBe(200)
  })

  it('answers nobody who has given up waiting', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { steward } = run
    const scope = newScope()
    const { inboxId, subscriptions } = await steward.openInbox(scope, CREDITOR, {
      events: ['case.closed'],
      answers: [{ delay: 60 }],
    })
    const { id: caseId } = await steward.createCase(scope, CREDITOR, draft.case())
    const { body, headers } = sign(
      sample('case.closed', { data: { caseId } }),
      subscriptions[0]?.secret ?? '',
    )
    const impatient = new AbortController()
    const given = fetch(urlOf(subscriptions), { method: 'POST', body, headers, signal: impatient.signal })
    await read(steward, inboxId, 1)
    impatient.abort()
    await failureOf(given)
    // One that waits gets its answer later than the other would have.
    await deliver(urlOf(subscriptions), body, headers)
    const { deliveries } = await read(steward, inboxId, 2)
    expect(deliveries.map(({ answered }) => answered)).toEqual([undefined, 200])
  })

  it('shows a ping to who asked for it, and to nobody else', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { steward } = run
    const [ours, theirs] = await Promise.all(
      [newScope(), newScope()].map((scope) =>
        steward.openInbox(scope, CREDITOR, { events: ['case.closed'] }),
      ),
    )
    expect(await steward.pingInbox(ours?.inboxId ?? '')).toMatchObject({ success: true, httpStatusCode: 200 })
    const { deliveries } = await read(steward, ours?.inboxId ?? '', 1)
    expect(deliveries).toMatchObject([{ isPing: true, signatureProblem: undefined }])
    expect((await steward.readInbox(theirs?.inboxId ?? '', 0, 0)).deliveries).toEqual([])
  })

  it('marks a replay', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { steward } = run
    const scope = newScope()
    const { inboxId } = await steward.openInbox(scope, CREDITOR, { events: ['case.created'] })
    const claim = await steward.createCase(scope, CREDITOR, draft.case())
    let log = await steward.eventLog(CREDITOR, claim.id, -1, 0)
    while (log.events.length === 0) log = await steward.eventLog(CREDITOR, claim.id, log.version, 5_000)
    await steward.replayEvent(CREDITOR, log.events[0]?.id ?? '')
    const { deliveries } = await read(steward, inboxId, 2)
    expect(deliveries).toMatchObject([
      { isReplay: false, isDuplicate: false },
      { isReplay: true, isDuplicate: true },
    ])
  })
})

describe('what comes and is no delivery of Debitura', () => {
  it('is shown with what is wrong with its signature', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { steward } = run
    const scope = newScope()
    const { inboxId, subscriptions } = await steward.openInbox(scope, CREDITOR, { events: ['case.closed'] })
    const claim = await steward.createCase(scope, CREDITOR, draft.case())
    const payload = sample('case.closed', { data: { caseId: claim.id } })
    const forged = sign(payload, Buffer.from('not the secret').toString('base64'))
    expect((await deliver(urlOf(subscriptions), forged.body, { ...forged.headers })).status).toBe(200)
    const real = sign(payload, subscriptions[0]?.secret)
    await deliver(urlOf(subscriptions), real.body, { ...real.headers })
    const { deliveries } = await read(steward, inboxId, 2)
    expect(deliveries).toMatchObject([
      { signatureProblem: expect.stringContaining('another'), rawBody: forged.body },
      { signatureProblem: undefined, isDuplicate: true, headers: { 'x-debitura-event': 'case.closed' } },
    ])
  })

  it.each([
    ['what is not JSON', '{"event":', 200, '1 not JSON'],
    ['what is about nobody', '{"event":"case.closed","data":{}}', 200, '1 about no case and no client'],
    ['what is longer than any event', 'x'.repeat(1_100_000), 413, '1 longer than 1 MiB'],
  ])('%s is counted, and shown to nobody', async (_, body, status, stray) => {
    await using run = hostSteward(sandbox, HEARS)
    const { inboxId, subscriptions } = await run.steward.openInbox(newScope(), CREDITOR, { events: ALL })
    expect((await deliver(urlOf(subscriptions), body)).status).toBe(status)
    expect(await run.steward.readInbox(inboxId, 0, 0)).toEqual({ deliveries: [], strays: [stray] })
  })

  it('for another subscription is refused', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { inboxId, subscriptions } = await run.steward.openInbox(newScope(), CREDITOR, { events: ALL })
    expect(
      (await deliver(new URL('/?debitura-testkit=sr-somebody', urlOf(subscriptions)).href, '{}')).status,
    ).toBe(404)
    expect((await fetch(urlOf(subscriptions))).status).toBe(405)
    const { strays } = await run.steward.readInbox(inboxId, 0, 0)
    expect(strays).toEqual(['1 for no subscription of this run'])
  })

  it('about a case that the run did not make is counted, and shown to nobody', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { inboxId, subscriptions } = await run.steward.openInbox(newScope(), CREDITOR, { events: ALL })
    const { body, headers } = sign(sample('case.closed'), subscriptions[0]?.secret)
    await deliver(urlOf(subscriptions), body, headers)
    expect(await run.steward.readInbox(inboxId, 0, 0)).toEqual({
      deliveries: [],
      strays: ['1 about cases and clients that this run did not make'],
    })
  })
})

describe('an inbox is refused', () => {
  it('where Debitura cannot reach this machine', async () => {
    await using run = hostSteward(sandbox, {
      settings: { ...HEARS.settings, environment: 'test' },
    })
    const error = await failureOf(run.steward.openInbox(newScope(), CREDITOR, { events: ALL }))
    expect(error).toMatchObject({
      code: 'DBT_NO_RECEIVER',
      message: expect.stringMatching(/webhooks\.publicUrl.*waitForEvent/s),
    })
  })

  it('where its port is taken; the event log needs none', async () => {
    const port = Number(new URL(sandbox.urls.customer).port)
    await using run = hostSteward(sandbox, { settings: { webhooks: { publicUrl: undefined, port } } })
    const { steward } = run
    const error = await failureOf(steward.openInbox(newScope(), CREDITOR, { events: ALL }))
    expect(error).toMatchObject({ code: 'DBT_PORT_TAKEN', message: expect.stringContaining(String(port)) })
    const claim = await steward.createCase(newScope(), CREDITOR, draft.case())
    let log = await steward.eventLog(CREDITOR, claim.id, -1, 0)
    while (log.events.length === 0) log = await steward.eventLog(CREDITOR, claim.id, log.version, 5_000)
    expect(log.events).toMatchObject([{ eventType: 'case.created', lastError: 'Cannot reach your endpoint' }])
  })

  it('for an event that the API does not have', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const error = await failureOf(run.steward.openInbox(newScope(), CREDITOR, { events: ['case.assigned'] }))
    expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD' })
  })

  it('once its test is over', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const scope = newScope()
    const { inboxId } = await run.steward.openInbox(scope, CREDITOR, { events: ALL })
    run.steward.closeScope(scope.id)
    expect(await failureOf(run.steward.readInbox(inboxId, 0, 0))).toMatchObject({ code: 'DBT_SCOPE_OVER' })
  })
})

it('an account of a client is its own', async () => {
  await using run = hostSteward(sandbox, HEARS)
  const { steward } = run
  const scope = newScope()
  const client = await steward.createClient(scope, draft.client(), { sign: true })
  const { inboxId } = await steward.openInbox(scope, accountOf(client), { events: ['case.created'] })
  await steward.createCase(newScope(), accountOf(client), draft.case())
  const { deliveries } = await read(steward, inboxId, 1)
  expect(deliveries).toMatchObject([{ event: 'case.created' }])
})

it("the run's own subscription is deleted by no test", async () => {
  await using run = hostSteward(sandbox, HEARS)
  const { steward } = run
  const { subscriptions } = await steward.openInbox(newScope(), CREDITOR, { events: ALL })
  const error = await failureOf(steward.deleteWebhook(CREDITOR, subscriptions[0]?.id ?? ''))
  expect(error).toMatchObject({ code: 'DBT_NOT_OURS' })
  expect((await run.close()).tallies.webhook).toMatchObject({ made: 1, deleted: 1 })
})
