import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { receiver } from '../../sandbox/webhooks/receiver.ts'
import { failureOf } from '../../steward/hosted.ts'
import { type HostedKit, hostKit } from '../hosted-kit.ts'
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

describe('waiting for an event', () => {
  it('takes no subscription of the test’s own', async () => {
    const claim = await kit.debitura.cases.create({ amountToRecover: 1500, currencyCode: 'USD' })
    await claim.closePaid()
    const payment = await claim.waitForEvent('payment.created')
    expect(payment).toMatchObject({
      event: 'payment.created',
      eventType: 'payment.created',
      caseId: claim.id,
      data: { caseId: claim.id, amount: 1500, currency: 'USD' },
    })
    expect(JSON.parse(payment.payload ?? '').data).toEqual(payment.data)
    expect((await claim.waitForEvent('case.closed')).data.closeCode).toBe('Paid')
  })

  it('can begin before the event', async () => {
    const claim = await kit.debitura.cases.create()
    const [closed] = await Promise.all([claim.waitForEvent('case.closed'), claim.closeUnpaid()])
    expect(closed.data.closeCode).toBe('PreLegalExhaustedNoPayment')
  })

  it('can be for several at once', async () => {
    const claim = await kit.debitura.cases.create()
    const waits = (['payment.created', 'case.updated', 'case.closed'] as const).map((event) =>
      claim.waitForEvent(event),
    )
    await claim.closePaid()
    expect((await Promise.all(waits)).map(({ event }) => event)).toEqual([
      'payment.created',
      'case.updated',
      'case.closed',
    ])
  })

  it('can be until the application has taken it', async () => {
    const app = await receiver(500)
    const hook = await kit.debitura.webhooks.deliverTo(app.url, { events: ['case.created'] })
    const claim = await kit.debitura.cases.create()
    await claim.waitForEvent('case.created')
    await app.until(1)
    const error = await failureOf(claim.waitForEvent('case.created', { deliveredTo: hook, timeout: 100 }))
    expect(error).toMatchObject({
      code: 'DBT_EVENT_MISSING',
      message: expect.stringMatching(
        new RegExp(`delivered to subscription ${hook.id},.*delivery fails with status 500`),
      ),
    })
    app.answerWith(204)
    const [row] = (await claim.events()).filter(({ subscriptionId }) => subscriptionId === hook.id)
    await row?.replay()
    const taken = await claim.waitForEvent('case.created', { deliveredTo: hook })
    expect(taken).toMatchObject({ subscriptionId: hook.id, lastResponseCode: 204 })
  })

  it('is for the newest, unless the test says which', async () => {
    const claim = await kit.debitura.cases.create()
    await claim.activate()
    await claim.waitForEvent('case.updated', { where: { newLifecycle: 'Active' } })
    await claim.closeUnpaid()
    const last = await claim.waitForEvent('case.updated', {
      where: ({ newLifecycle }) => newLifecycle === 'Closed',
    })
    expect((await claim.waitForEvent('case.updated')).id).toBe(last.id)
    const first = await claim.waitForEvent('case.updated', { where: { newLifecycle: 'Active' } })
    expect(first.id).not.toBe(last.id)
  })

  it('works on the behalf of a client, and as a collection partner', async () => {
    const client = await kit.debitura.clients.onboard()
    const claim = await client.cases.create()
    await claim.closeUnpaid()
    expect((await claim.waitForEvent('case.closed')).data.caseId).toBe(claim.id)
    const managed = await kit.debitura.managedCases.create()
    await managed.closeUnpaid()
    expect((await managed.waitForEvent('case.closed')).data.caseId).toBe(managed.id)
  })
})

describe('an event that does not come', () => {
  it('is told with how long the test waited, and what came', async () => {
    const claim = await kit.debitura.cases.create()
    await claim.closeUnpaid()
    const closed = await claim.waitForEvent('case.closed')
    const error = await failureOf(claim.waitForEvent('payment.created', { timeout: 60 }))
    expect(error.code).toBe('DBT_EVENT_MISSING')
    expect(error.what).toBe(`Waited 60 ms for payment.created of case ${claim.id}`)
    expect(error.why).toContain(`case.closed (${closed.createdAt})`)
    expect(error.todo).toBe('Check the name of the event, and what the test does before')
    expect(error.stack).toContain('wait-for-event.test.ts')
  })

  it('is told with how those differ that are like it', async () => {
    const claim = await kit.debitura.cases.create({ amountToRecover: 100 })
    await claim.closePaid()
    await claim.waitForEvent('payment.created')
    const where = { amount: 70, currency: expect.stringMatching(/^DKK$/) }
    const error = await failureOf(claim.waitForEvent('payment.created', { where, timeout: 0 }))
    expect(error.what).toContain('payment.created with {"amount":70,"currency":"StringMatching</^DKK$/>"} of')
    expect(error.why).toMatch(/payment\.created \([^)]*, `amount` is 100, not 70, `currency` is "...", not /)
    expect(error.todo).toBe('Compare `where` with what fired')
  })

  it('is told with deliveries that fail', async () => {
    await using own = await hostListeningKit(sandbox)
    const application = await receiver(500)
    await own.debitura.webhooks.deliverTo(application.url)
    const claim = await own.debitura.cases.create()
    await claim.closeUnpaid()
    await claim.waitForEvent('case.closed')
    await application.until(2)
    await claim.findEvent('payment.created')
    const error = await failureOf(claim.waitForEvent('payment.created', { timeout: 0 }))
    expect(error.why).toContain('delivery fails with status 500')
  })

  it('where webhooks are off is told with that', async () => {
    await using off = await hostKit(sandbox)
    const claim = await off.debitura.cases.create()
    const error = await failureOf(claim.waitForEvent('case.closed', { timeout: 0 }))
    expect(error.why).toBe('no event of the case was recorded')
    expect(error.todo).toContain('The likely reason: the option `webhooks` is false')
  })
})

describe('what cannot be waited for is refused at once', () => {
  type Claim = Awaited<ReturnType<HostedKit['debitura']['cases']['create']>>

  it.each<[string, (claim: Claim) => Promise<unknown>, string]>([
    [
      'an unknown event',
      (claim) => claim.waitForEvent('case.closd' as never),
      '"case.closd" is not an event',
    ],
    ['no event', (claim) => claim.waitForEvent(undefined as never), 'undefined is not an event'],
    [
      'an event of another API',
      (claim) => claim.waitForEvent('case.assigned' as never),
      'case.assigned is an event of the Collection Partner API, and this is the Customer API. The Customer API sends case.created,',
    ],
    [
      'an event about clients',
      (claim) => claim.findEvent('client.linked' as never),
      'client.linked is an event of the Referral Partner API, and this is the Customer API',
    ],
    ['no end', (claim) => claim.waitForEvent('case.closed', { timeout: Number.NaN }), '`timeout` is NaN'],
    ['a time before now', (claim) => claim.waitForEvent('case.closed', { timeout: -1 }), '`timeout` is -1'],
    ['text of an event', (claim) => claim.waitForEvent('case.closed', { where: 'Paid' as never }), 'is Paid'],
    ['null', (claim) => claim.waitForEvent('case.closed', { where: null as never }), 'is null'],
    [
      'data without its name',
      (claim) => claim.waitForEvent('payment.created', { amount: 1500 } as never),
      'there is no option `amount`. There are `where`, `timeout`',
    ],
    ['options of text', (claim) => claim.findEvent('case.closed', 'soon' as never), 'its options are "soon"'],
    [
      'a settling of text',
      (claim) => claim.findEvent('case.closed', { settle: '1s' as never }),
      '`settle` is 1s',
    ],
  ])('%s', async (_, call, words) => {
    const claim = await kit.debitura.cases.create()
    const error = await failureOf(call(claim))
    expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD', message: expect.stringContaining(words) })
    expect(error.stack).toContain('wait-for-event.test.ts')
  })

  it('a function whose answer takes time, which would be true of everything', async () => {
    const claim = await kit.debitura.cases.create()
    await claim.closeUnpaid()
    const where = async () => false
    const error = await failureOf(claim.waitForEvent('case.closed', { where: where as never }))
    expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD', why: expect.stringContaining('a promise') })
  })
})
