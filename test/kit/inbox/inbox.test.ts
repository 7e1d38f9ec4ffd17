import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { sample, sign } from '../../../src/webhooks/index.ts'
import { failureOf, newScope } from '../../steward/hosted.ts'
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

/** Debitura for a test of its own. */
const test = () => kit.another(newScope())

/** Posts to an inbox as Debitura would, or as somebody else would who knows the URL. */
async function post(
  url: string,
  { body, headers }: { body: string; headers: Readonly<Record<string, string>> },
) {
  return (await fetch(url, { method: 'POST', body, headers })).status
}

describe('an inbox', () => {
  it('receives what is about the cases of its test, typed by the event', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox()
    const claim = await debitura.cases.create({ amountToRecover: 1500 })
    await claim.closePaid()
    const before = Date.now()
    const payment = await inbox.next('payment.created')
    expect(payment).toMatchObject({
      event: 'payment.created',
      data: { caseId: claim.id, amount: 1500 },
      signatureProblem: undefined,
      isDuplicate: false,
      isReplay: false,
      isPing: false,
    })
    expect(payment.payload).toEqual(JSON.parse(payment.rawBody))
    expect(payment.id).toBe(payment.payload.id)
    expect(payment.headers['x-debitura-event']).toBe('payment.created')
    expect(Math.abs(payment.receivedAt.getTime() - before)).toBeLessThan(60_000)
    const { verify } = debitura.webhooks
    const verified = verify(payment.rawBody, payment.headers['x-debitura-signature'], inbox.secret)
    expect(verified).toEqual(payment.payload)
  })

  it('gives each delivery once, in the order in which they came', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox({ events: ['case.updated', 'case.closed'] })
    const claim = await debitura.cases.create()
    await claim.activate()
    expect((await inbox.next('case.updated')).data.newLifecycle).toBe('Active')
    await claim.closeUnpaid()
    const others = [await inbox.next(), await inbox.next()].map(({ event }) => event)
    expect(others.toSorted()).toEqual(['case.closed', 'case.updated'])
    expect((await inbox.all()).map(({ event }) => event)).toEqual(['case.updated', ...others])
  })

  it('gives no delivery to two who wait', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox({ events: ['case.updated'] })
    const waits = Promise.all([inbox.next(), inbox.next(), inbox.next('case.updated')])
    const claims = await Promise.all([1, 2, 3].map(() => debitura.cases.create()))
    await Promise.all(claims.map((claim) => claim.activate()))
    const ids = (await waits).map(({ data }) => data.caseId)
    expect(ids.toSorted()).toEqual(claims.map(({ id }) => id).toSorted())
  })

  it('leaves what is not as wanted to those who want it', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox()
    const [one, other] = [await debitura.cases.create(), await debitura.cases.create()]
    await one.closeUnpaid()
    await other.closeUnpaid()
    const { data } = await inbox.next('case.closed', { where: { caseId: other.id } })
    expect(data.caseId).toBe(other.id)
    const rest = await inbox.next('case.closed', { where: ({ caseId }) => caseId !== other.id })
    expect(rest.data.caseId).toBe(one.id)
  })

  it('receives nothing of another test', async () => {
    const [mine, other] = [test(), test()]
    const [inbox, others] = await Promise.all([mine.webhooks.inbox(), other.webhooks.inbox()])
    const theirs = await other.cases.create()
    await theirs.closeUnpaid()
    await others.next('case.closed')
    expect((await inbox.all()).map(({ data }) => data)).toEqual([])
  })

  it('receives what is about a client’s cases, by the client’s own webhooks', async () => {
    const debitura = test()
    const client = await debitura.clients.onboard()
    const inbox = await client.webhooks.inbox()
    const claim = await client.cases.create()
    await claim.closeUnpaid()
    expect((await inbox.next('case.closed')).data.caseId).toBe(claim.id)
  })

  it('receives what a collection partner is told', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox({ api: 'collection-partner' })
    const claim = await debitura.managedCases.create()
    await claim.fire('case.assigned')
    expect((await inbox.next('case.assigned')).data).toMatchObject({ caseId: claim.id })
  })

  it('receives what a referral partner is told of clients', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox({ api: 'referral-partner' })
    const { externalTenantId } = await debitura.clients.onboard()
    const signed = await inbox.next('client.onboarding.contract_signed', { where: { externalTenantId } })
    expect(signed.data.signedAt).not.toBe('')
  })

  it.each([[undefined], [['case.closed' as const]]])(
    'shows a ping, which is no event of a case, also where it is open for %j',
    async (events) => {
      const debitura = test()
      const inbox = await debitura.webhooks.inbox({ events })
      const { testPayload } = await inbox.ping()
      const [shown] = await inbox.all()
      expect(shown).toMatchObject({ isPing: true, payload: testPayload })
      expect(await failureOf(inbox.next('case.closed', { timeout: 0 }))).toMatchObject({
        why: expect.stringContaining('a ping)'),
      })
      expect((await inbox.next()).isPing).toBe(true)
    },
  )

  it('marks a replay, which is a duplicate too', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox({ events: ['case.closed'], answers: [] })
    const claim = await debitura.cases.create()
    await claim.closeUnpaid()
    const first = await inbox.next('case.closed')
    await claim.waitForEvent('case.closed')
    const { id } = await inbox.subscription()
    const row = (await claim.events()).find(({ subscriptionId }) => subscriptionId === id)
    await row?.replay()
    expect(await inbox.next('case.closed')).toMatchObject({ id: first.id, isReplay: true, isDuplicate: true })
  })
})

describe('an inbox answers', () => {
  it('200, unless the test says otherwise', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox({ events: ['case.closed'] })
    const claim = await debitura.cases.create()
    await claim.closeUnpaid()
    await inbox.next('case.closed')
    expect(await claim.waitForEvent('case.closed')).toMatchObject({ lastResponseCode: 200 })
  })

  it('what the test tells it to, so that Debitura tries again', async () => {
    await using own = await hostListeningKit(sandbox)
    const answers = [{ status: 500 }, { status: 500 }, { status: 200 }]
    const inbox = await own.debitura.webhooks.inbox({ events: ['case.closed'], answers })
    const claim = await own.debitura.cases.create()
    await claim.closeUnpaid()
    const first = await inbox.next('case.closed')
    for (const wait of ['1m', '2m'] as const) {
      await attempted(own, inbox)
      await own.world.clock.moveForward(wait)
      expect(await inbox.next('case.closed')).toMatchObject({ id: first.id, isDuplicate: true })
    }
    await attempted(own, inbox)
    expect((await inbox.all()).map(({ answered }) => answered)).toEqual([500, 500, 200])
    expect(await inbox.subscription()).toMatchObject({ isActive: true })
  })

  it('410, which disables its subscription until it is enabled again', async () => {
    await using own = await hostListeningKit(sandbox)
    const inbox = await own.debitura.webhooks.inbox({ events: ['case.closed'], answers: [{ status: 410 }] })
    const claim = await own.debitura.cases.create()
    await claim.fire('case.closed')
    await inbox.next('case.closed')
    await attempted(own, inbox)
    await expect
      .poll(() => inbox.subscription())
      .toMatchObject({ isActive: false, disabledReason: expect.stringContaining('410') })
    const error = await failureOf(inbox.next('case.closed', { timeout: 0 }))
    expect(error.message).toContain('Debitura has disabled the subscription: Endpoint returned 410 Gone')
    expect(error.message).toContain('`inbox.enable()`')
    await inbox.answer({ status: 204 })
    expect(await inbox.enable()).toMatchObject({ isActive: true })
    await claim.fire('case.closed')
    await inbox.next('case.closed')
  })

  it('as late as the test wants', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox({ events: ['case.closed'], answers: [{ delay: 80 }] })
    const claim = await debitura.cases.create()
    await claim.closeUnpaid()
    const { receivedAt } = await inbox.next('case.closed')
    await expect.poll(async () => (await inbox.all())[0]?.answered).toBe(200)
    expect(Date.now() - receivedAt.getTime()).toBeGreaterThanOrEqual(75)
  })

  it.each<[unknown[], string]>([
    [[{ status: 99 }], '`status` is 99'],
    [[{ status: 'teapot' }], '`status` is "teapot"'],
    [[{ delay: -1 }], '`delay` is -1'],
    [[500], 'an answer is 500'],
  ])('not %j', async (answers, words) => {
    const debitura = test()
    const error = await failureOf(debitura.webhooks.inbox({ answers: answers as never }))
    expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD', why: expect.stringContaining(words) })
    const inbox = await debitura.webhooks.inbox({ answers: [] })
    expect(await failureOf(inbox.answer(...(answers as never[])))).toMatchObject({ why: error.why })
  })
})

/** Waits until the last delivery of an inbox counts as attempted on Debitura. */
async function attempted(
  own: HostedKit,
  inbox: { all(): Promise<readonly { answered: number | undefined }[]> },
) {
  await expect.poll(async () => (await inbox.all()).at(-1)?.answered).toBeDefined()
  await own.world.clock.moveForward('1ms')
}

describe('a delivery that is not signed as it should be', () => {
  it('is an error for who waits for the next, and shown among all', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox()
    const { id: caseId } = await debitura.cases.create()
    await inbox.next('case.created')
    const forged = sign(sample('case.closed', { data: { caseId } }), btoa('another secret'))
    expect(await post(inbox.url, forged)).toBe(200)
    const error = await failureOf(inbox.next('payment.created'))
    expect(error.code).toBe('DBT_SIGNATURE')
    expect(error.message).toContain('Failed to take a delivery of case.closed')
    expect(error.stack).toContain('inbox.test.ts')
    const [, shown] = await inbox.all()
    expect(shown).toMatchObject({
      event: undefined,
      data: undefined,
      payload: { event: 'case.closed' },
      rawBody: forged.body,
      signatureProblem: expect.any(String),
    })
  })

  it('does not keep the next ones back', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox({ events: ['case.closed'] })
    const { id: caseId } = await debitura.cases.create()
    const payload = sample('case.closed', { data: { caseId } })
    await post(inbox.url, sign(payload, btoa('another secret')))
    await post(inbox.url, sign(payload, inbox.secret))
    await failureOf(inbox.next())
    expect((await inbox.next()).payload).toEqual(payload)
  })
})

describe('a delivery that does not come', () => {
  it('is told with what came, and with what was given before', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox({
      events: ['case.updated', 'case.closed', 'payment.created'],
    })
    const claim = await debitura.cases.create({ amountToRecover: 100 })
    await claim.closePaid()
    await inbox.next('case.closed')
    await inbox.next('case.updated')
    const error = await failureOf(inbox.next('payment.created', { where: { amount: 70 }, timeout: 40 }))
    expect(error.code).toBe('DBT_DELIVERY_MISSING')
    expect(error.what).toBe('Waited 40 ms for a delivery of payment.created with {"amount":70}')
    expect(error.why).toMatch(/case\.closed \([^)]*, given before\)/)
    expect(error.why).toMatch(/payment\.created \([^)]*, `amount` is 100, not 70\)/)
    expect(error.stack).toContain('inbox.test.ts')
  })

  it('is told with that nothing came', async () => {
    const inbox = await test().webhooks.inbox()
    const error = await failureOf(inbox.next(undefined, { timeout: 0 }))
    expect(error).toMatchObject({
      what: 'Waited 0 ms for a delivery',
      why: expect.stringMatching(/^nothing came/),
    })
  })

  it('is told with a subscription that is not there any more', async () => {
    const debitura = test()
    const inbox = await debitura.webhooks.inbox({ answers: [] })
    await debitura.webhooks.delete(await inbox.subscription())
    const error = await failureOf(inbox.next('case.closed', { timeout: 0 }))
    expect(error).toMatchObject({ code: 'DBT_DELIVERY_MISSING' })
    expect(error.todo).toContain('The likely reason: the subscription cannot be read')
  })
})

describe('what cannot be received is refused at once', () => {
  it.each<[string, (debitura: HostedKit['debitura']) => Promise<unknown>, string]>([
    [
      'an event of another API',
      ({ webhooks }) => webhooks.inbox({ events: ['case.assigned' as never] }),
      'case.assigned is an event of the Collection Partner API, and this is the Customer API',
    ],
    [
      'an unknown event',
      ({ webhooks }) => webhooks.inbox({ api: 'referral-partner', events: ['client.linkd' as never] }),
      '"client.linkd" is not an event',
    ],
    ['no event', ({ webhooks }) => webhooks.inbox({ events: [] }), '`events` names no event'],
    ['an unknown API', ({ webhooks }) => webhooks.inbox({ api: 'creditor' as never }), '`api` is "creditor"'],
    [
      'an option that there is not',
      ({ webhooks }) => webhooks.inbox({ event: ['case.closed'] } as never),
      'there is no option `event`. There are `api`, `events`, `answers`',
    ],
    [
      'an answer of which a name is misspelt',
      ({ webhooks }) => webhooks.inbox({ answers: [{ stauts: 500 } as never] }),
      'there is no option `stauts`. There are `status`, `delay`',
    ],
    ['nothing', ({ webhooks }) => webhooks.inbox(null as never), 'got null'],
    [
      'an event that the inbox was not opened for',
      async ({ webhooks }) => (await webhooks.inbox({ events: ['case.closed'] })).next('case.updated'),
      'this inbox receives case.closed only',
    ],
  ])('%s', async (_, call, words) => {
    const error = await failureOf(call(test()))
    expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD', message: expect.stringContaining(words) })
    expect(error.stack).toContain('inbox.test.ts')
  })

  it('events of a client’s own account are those of the Customer API', async () => {
    const client = await kit.debitura.clients.onboard()
    const error = await failureOf(client.webhooks.inbox({ api: 'referral-partner' as never }))
    expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD', todo: 'Give one of customer' })
  })

  it('anything, where webhooks are off', async () => {
    await using off = await hostKit(sandbox)
    expect(await failureOf(off.debitura.webhooks.inbox())).toMatchObject({ code: 'DBT_NO_RECEIVER' })
  })
})
