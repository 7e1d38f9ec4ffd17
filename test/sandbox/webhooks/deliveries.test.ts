import { createHmac } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { CUSTOMER_EVENTS } from '../../../src/contract/words/index.ts'
import { createSandbox, type SandboxOptions } from '../../../src/sandbox/index.ts'
import { type Caller, callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'
import { receiver } from './receiver.ts'

const subscribe = async (customer: Caller, url: string, overrides: object = {}) =>
  (await customer('POST', '/webhooks', { url, events: CUSTOMER_EVENTS, isTestMode: true, ...overrides })).body

/** The log of a case, once it has so many rows; a test that waits in vain times out. */
const log = (customer: Caller, caseId: string, rows: number) =>
  vi.waitUntil(
    async () => {
      const { body } = await customer('GET', `/webhooks/events?caseId=${caseId}`)
      return body.length >= rows ? body : undefined
    },
    { interval: 5, timeout: 10_000 },
  )

async function subscribed(options?: SandboxOptions) {
  const sandbox = await started(options)
  const { customer } = callers(sandbox)
  const hook = await receiver()
  const subscription = await subscribe(customer, hook.url)
  const { id, reference } = (await customer('POST', '/cases', claim())).body
  const advance = (to: string, amount?: number) =>
    customer('POST', `/test/cases/${id}/advance`, { to, amount })
  return { sandbox, customer, hook, subscription, id, reference, advance }
}

test('a delivery is signed, and says what happened to which case', async () => {
  const { sandbox, hook, subscription, id, reference } = await subscribed({
    now: () => new Date('2026-06-17T08:30:00.500Z'),
  })
  const [delivery] = await hook.until(1)
  const { headers, text } = delivery ?? { headers: {}, text: '' }
  const seconds = Date.parse('2026-06-17T08:30:00Z') / 1000
  const key = Buffer.from(subscription.secret, 'base64')
  const expected = createHmac('sha256', key).update(`${seconds}.${text}`).digest('hex')
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'x-debitura-event': 'case.created',
    'x-debitura-timestamp': String(seconds),
    'x-debitura-signature': `t=${seconds},v1=${expected}`,
  })
  expect(JSON.parse(text)).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    specVersion: '1.0',
    event: 'case.created',
    timestamp: '2026-06-17T08:30:00.500Z',
    classification: 'test',
    data: { caseId: id, reference },
    links: { self: `${sandbox.urls.customer}/cases/${id}` },
  })
})

test('a delivery leaves its classification out where the behaviour says so', async () => {
  const { hook } = await subscribed({ behaviours: { classificationInPayload: false } })
  const [delivery] = await hook.until(1)
  expect(JSON.parse(delivery?.text ?? '')).not.toHaveProperty('classification')
})

test('the log shows what was delivered, newest first, as text', async () => {
  const { customer, hook, subscription, id, advance } = await subscribed()
  await advance('Active')
  const rows = await log(customer, id, 2)
  const delivered = await hook.until(2)
  expect(rows.map((row: { eventType: string }) => row.eventType)).toEqual(['case.updated', 'case.created'])
  expect(rows[0]).toEqual({
    id: expect.any(String),
    subscriptionId: subscription.id,
    caseId: id,
    eventType: 'case.updated',
    payload: delivered.find(({ headers }) => headers['x-debitura-event'] === 'case.updated')?.text,
    createdAt: expect.any(String),
    deliveredAt: expect.any(String),
    attemptCount: 1,
    lastResponseCode: 200,
    lastError: null,
  })
})

describe('what fires', () => {
  const fired = async (options: SandboxOptions | undefined, rows: number, to: string, amount?: number) => {
    const { customer, id, advance } = await subscribed(options)
    await advance(to, amount)
    const log_ = await log(customer, id, rows)
    await advance(to, amount)
    const events = log_.toReversed().map((row: { payload: string }) => JSON.parse(row.payload))
    return events.map(
      ({
        event,
        data: { caseId, reference, paymentId, date, ...data },
      }: {
        event: string
        data: Record<string, unknown>
      }) => [event, data],
    )
  }

  test('on a payment in full', async () => {
    expect(await fired(undefined, 5, 'Closed:Paid', 1250)).toEqual([
      ['case.created', {}],
      ['case.updated', { oldLifecycle: 'PendingVerificationInternal', newLifecycle: 'Active' }],
      ['payment.created', { amount: 1250, currency: 'USD' }],
      ['case.updated', { oldLifecycle: 'Active', newLifecycle: 'Closed' }],
      ['case.closed', { closeCode: 'Paid', closeComment: null }],
    ])
  })

  test('once per jump, and in labels, where the behaviours say so', async () => {
    const behaviours = { advanceUpdates: 'once', eventWords: 'label' } as const
    expect(await fired({ behaviours }, 3, 'Closed:NoPayment')).toEqual([
      ['case.created', {}],
      ['case.updated', { oldLifecycle: 'Pending Verification Internal', newLifecycle: 'Closed' }],
      ['case.closed', { closeCode: 'Pre-Legal Exhausted – No Payment', closeComment: null }],
    ])
  })
})

test('a subscription hears what it asked for, of its own kind of case and its own account', async () => {
  const sandbox = await started()
  const { customer } = callers(sandbox)
  const [live, tests, closes, foreign] = [
    await receiver(),
    await receiver(),
    await receiver(),
    await receiver(),
  ]
  await subscribe(customer, live.url, { isTestMode: false })
  await subscribe(customer, tests.url)
  await subscribe(customer, closes.url, { events: ['case.closed'] })
  await subscribe(callers(sandbox, 'other').customer, foreign.url)
  const { id } = (await customer('POST', '/cases', claim())).body
  await customer('POST', `/test/cases/${id}/advance`, { to: 'Closed:NoPayment' })
  sandbox.world().seedCase()
  await Promise.all([live.until(1), tests.until(4), closes.until(1)])
  await log(customer, id, 5)
  const counts = [live, tests, closes, foreign].map(({ received }) => received.length)
  expect(counts).toEqual([1, 4, 1, 0])
})

describe('a delivery that fails', () => {
  test('is logged with the status that came back', async () => {
    const { customer } = callers(await started())
    const hook = await receiver(501)
    await subscribe(customer, hook.url)
    const { id } = (await customer('POST', '/cases', claim())).body
    expect(await log(customer, id, 1)).toMatchObject([
      { lastResponseCode: 501, lastError: 'HTTP 501: Not Implemented', deliveredAt: null, attemptCount: 1 },
    ])
  })

  test('is logged where nothing listens, and never leaves this machine', async () => {
    const { customer } = callers(await started())
    const hook = await receiver()
    hook.stop()
    await subscribe(customer, hook.url)
    await subscribe(customer, 'https://debitura-testkit.example.com/hook')
    const { id } = (await customer('POST', '/cases', claim())).body
    const unreachable = { lastResponseCode: null, lastError: 'Cannot reach your endpoint', deliveredAt: null }
    expect(await log(customer, id, 2)).toMatchObject([unreachable, unreachable])
  })

  test('is logged where the receiver switches protocols instead of answering, and nothing waits for it', async () => {
    await using sandbox = await createSandbox()
    const { customer } = callers(sandbox)
    const hook = await receiver('upgrade')
    const { id: webhook } = await subscribe(customer, hook.url)
    const { id } = (await customer('POST', '/cases', claim())).body
    expect(await log(customer, id, 1)).toMatchObject([
      { lastResponseCode: 101, lastError: 'HTTP 101: Switching Protocols', deliveredAt: null },
    ])
    expect((await customer('POST', `/webhooks/${webhook}/test`)).body).toMatchObject({
      success: false,
      httpStatusCode: 101,
      errorCategory: 'HttpError',
    })
    await sandbox.world().clock.moveForward('2h')
    expect(hook.received).toHaveLength(9)
  })

  test('does not hold up the close of the sandbox', async () => {
    const sandbox = await createSandbox()
    const { customer } = callers(sandbox)
    const hook = await receiver('silent')
    await subscribe(customer, hook.url)
    await customer('POST', '/cases', claim())
    await hook.until(1)
    const before = performance.now()
    await sandbox.close()
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})

test('the log goes with its case, and with its subscription', async () => {
  const { customer, subscription, id } = await subscribed()
  await log(customer, id, 1)
  await customer('DELETE', `/webhooks/${subscription.id}`)
  expect((await customer('GET', `/webhooks/events?caseId=${id}`)).body).toEqual([])
  const again = await subscribed()
  await log(again.customer, again.id, 1)
  await again.customer('DELETE', `/test/cases/${again.id}`)
  expect((await again.customer('GET', `/webhooks/events?caseId=${again.id}`)).body).toEqual([])
})

test('the log can start at a time', async () => {
  let time = Date.parse('2026-06-17T08:00:00Z')
  const { customer, id, advance } = await subscribed({ now: () => new Date(time) })
  time += 60_000
  await advance('Active')
  await log(customer, id, 2)
  const since = await customer('GET', `/webhooks/events?caseId=${id}&since=2026-06-17T08:01:00`)
  expect(since.body).toMatchObject([{ eventType: 'case.updated' }])
})

test.each(['', '?caseId=', '?caseId=17', '?since=2026-06-17'])(
  "'%s' is a 400: the log is a case's",
  async (query) => {
    const { customer } = callers(await started())
    expect((await customer('GET', `/webhooks/events${query}`)).status).toBe(400)
  },
)

test('signing tells who waits for it', async () => {
  const sandbox = await started()
  const { onboardingUrl } = sandbox.world().seedClient({ externalTenantId: 't', onboardingDone: false })
  const client = await callerForClient(sandbox, 't')
  const hook = await receiver()
  await subscribe(client, hook.url, { events: ['case.updated'] })
  await client('POST', '/cases', claim({ allowPendingContracts: true }))
  await fetch(onboardingUrl, { method: 'POST' })
  const [delivery] = await hook.until(1)
  expect(JSON.parse(delivery?.text ?? '').data).toMatchObject({
    oldLifecycle: 'PendingContractSigning',
    newLifecycle: 'PendingVerificationInternal',
  })
})

test('many at once wait their turn, and all arrive in the end', async () => {
  const { customer } = callers(await started())
  const hook = await receiver()
  await subscribe(customer, hook.url, { events: ['case.created'] })
  for (let made = 0; made < 100; made++) await customer('POST', '/cases', claim({ comments: String(made) }))
  const received = await hook.until(100)
  expect(hook.mostAtOnce()).toBeLessThanOrEqual(16)
  expect(new Set(received.map(({ text }) => JSON.parse(text).data.caseId)).size).toBe(100)
})
