import { expect, it } from 'vitest'
import { inlineProject, runVitest, statesOf } from './harness/index.ts'

/** Calls each method of the kit from a worker, with and without what may be left out: all of it crosses a socket. */
const suite = /* ts */ `
  import { createServer } from 'node:http'
  import { once } from 'node:events'
  import { expect, test } from 'debitura-testkit/vitest'
  import { vi } from 'vitest'

  test('a case', async ({ debitura, tag }) => {
    const claim = await debitura.cases.create({ amountToRecover: 1500, currencyCode: 'USD', creditorReference: 'INV-1' })
    expect(claim).toMatchObject({ isTestCase: true, creditorReference: 'INV-1' })
    expect((await debitura.cases.get(claim.id)).reference).toBe(claim.reference)
    expect((await debitura.cases.getByCreditorReference('INV-1')).id).toBe(claim.id)
    expect((await debitura.cases.getByReference(claim.reference)).id).toBe(claim.id)
    expect((await debitura.cases.list()).cases).toHaveLength(1)
    expect((await debitura.cases.list({ Page: 2, PageSize: 1, Statuses: ['Active'] })).cases).toEqual([])
    await claim.activate()
    await expect(claim).toBeInLifecycle('Active')
    expect(await claim.advance('Active')).toBe(claim)
    await claim.advance('Closed:Paid', { amount: 1600 })
    await expect(claim).toBeClosed('Paid')
    expect(await claim.payments()).toMatchObject([{ grossAmount: 1600, currency: 'USD' }])
    expect(JSON.stringify(await claim.timeline())).toContain('1600')
    await claim.delete()
    await expect(claim.refresh()).rejects.toMatchObject({ code: 'DBT_GONE' })
    expect(tag).toBe(debitura.tag)
    expect(debitura.environment).toBe('sandbox')
  })

  test('ways to close a case', async ({ debitura }) => {
    const [paid, unpaid, given] = await Promise.all([1, 2, 3].map(() => debitura.cases.create()))
    await expect(await paid!.closePaid()).toBeClosed('Paid')
    await expect(await given!.closePaid(100_000)).toBeClosed('Paid')
    await expect(await unpaid!.closeUnpaid()).toBeClosed()
    await expect(unpaid).not.toBeClosed('Paid')
  })

  test('events', async ({ debitura }) => {
    const claim = await debitura.cases.create({ amountToRecover: 1500 })
    const before = new Date()
    await claim.closePaid()
    const payment = await claim.waitForEvent('payment.created', { where: { amount: 1500 } })
    expect(payment).toMatchObject({ eventType: 'payment.created', data: { caseId: claim.id } })
    expect((await claim.events({ since: before })).map(({ event }) => event)).toContain('case.closed')
    await expect(claim).toHaveFired('case.closed', { data: { closeCode: 'Paid' } })
    await expect(claim).not.toHaveFired('payment.deleted')
    expect(await payment.replay()).toMatchObject({ eventId: payment.id })
    expect(await claim.fire('case.updated')).toMatchObject({ enqueuedCount: 1 })
    await expect(claim.fire('chat.created')).rejects.toMatchObject({ status: 422 })
    await expect(claim.waitForEvent('payment.deleted', { timeout: 1 })).rejects.toMatchObject({ code: 'DBT_EVENT_MISSING' })
  })

  test('events, while time stands still', async ({ debitura }) => {
    vi.useFakeTimers()
    const claim = await debitura.cases.create()
    await Promise.all([claim.waitForEvent('case.closed'), claim.closeUnpaid()])
    await expect(claim.waitForEvent('payment.created', { timeout: 30 })).rejects.toMatchObject({ code: 'DBT_EVENT_MISSING' })
    await expect(claim).not.toHaveFired('payment.created')
    vi.useRealTimers()
  })

  test('deliveries', async ({ debitura }) => {
    const answers = [{ status: 500 }, { status: 500 }, { status: 200 }]
    const inbox = await debitura.webhooks.inbox({ events: ['payment.created'], answers })
    const claim = await debitura.cases.create()
    await claim.closePaid()
    const { id } = await inbox.next('payment.created')
    for (const wait of ['1m', '2m'] as const) {
      expect(await debitura.clock.moveForward(wait)).toBeInstanceOf(Date)
      expect(await inbox.next('payment.created')).toMatchObject({ id, isDuplicate: true })
    }
    expect(await inbox.subscription()).toMatchObject({ isActive: true })
    const { rawBody, headers } = (await inbox.all())[0]!
    expect(debitura.webhooks.verify(rawBody, headers['x-debitura-signature'], inbox.secret)).toHaveProperty('id', id)
    await inbox.answer({ status: 410 })
    await claim.fire('payment.created')
    await inbox.next('payment.created')
    await expect.poll(async () => (await inbox.subscription()).isActive).toBe(false)
    expect(await inbox.enable()).toMatchObject({ isActive: true })
    await expect(inbox.next('payment.created', { timeout: 1 })).rejects.toMatchObject({ code: 'DBT_DELIVERY_MISSING' })
    await debitura.webhooks.delete(await inbox.subscription())
  })

  test('the application under test', async ({ debitura }) => {
    const received: string[] = []
    const server = createServer((request, response) => {
      received.push(request.url ?? '')
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = 'http://127.0.0.1:' + (server.address() as { port: number }).port + '/hook'
    await using hook = await debitura.webhooks.deliverTo(url, { events: ['case.closed'] })
    expect(await hook.ping()).toMatchObject({ success: true })
    const shared = await debitura.webhooks.deliverTo(url, { events: ['case.closed'], for: 'run' })
    expect((await debitura.webhooks.deliverTo(url, { events: ['case.closed'], for: 'run' })).id).toBe(shared.id)
    const webhook = await debitura.webhooks.create({ url, events: ['case.closed'] })
    await debitura.webhooks.delete(webhook)
    await (await debitura.cases.create()).closeUnpaid()
    await expect.poll(() => received.length).toBe(3)
    expect(received[0]).toMatch(/^.hook/)
    expect(await hook.refresh()).toBe(hook)
    server.close()
  })

  test('a client', async ({ debitura }) => {
    const unsigned = await debitura.clients.create()
    expect(unsigned.onboardingDone).toBe(false)
    expect(unsigned.onboardingLink()).toMatch(/^http/)
    const client = await debitura.clients.onboard({ email: 'cfo@acme.example.com', client: { name: 'ACME' } })
    expect(client).toMatchObject({ onboardingDone: true, borrowed: false })
    expect((await debitura.clients.onboard({ externalTenantId: client.externalTenantId })).externalTenantId).toBe(client.externalTenantId)
    expect((await client.refresh()).externalTenantId).toBe(client.externalTenantId)
    expect(await client.token()).toMatch(/^ey/)
    const inbox = await debitura.webhooks.inbox({ api: 'referral-partner', events: ['client.linked'] })
    expect(await client.fire('client.linked')).toMatchObject({ enqueuedCount: 1 })
    expect((await inbox.next('client.linked')).data).toMatchObject({ externalTenantId: client.externalTenantId })
    const claim = await client.cases.create()
    expect((await debitura.clients.listCases()).cases).toHaveLength(1)
    expect((await client.cases.get(claim.id)).id).toBe(claim.id)
    expect(await client.isDeletable()).toMatchObject({ isDeletable: true })
    await client.reset()
    await expect(client.token()).rejects.toMatchObject({ code: 'DBT_GONE' })
    await using again = await debitura.clients.onboard({ email: 'cfo@acme.example.com' })
    expect(again.isAttributedClient).toBe(true)
  })

  test('a managed case', async ({ debitura }) => {
    const managed = await debitura.managedCases.create()
    expect((await debitura.managedCases.get(managed.id)).id).toBe(managed.id)
    expect((await debitura.managedCases.list()).cases).toHaveLength(1)
    expect((await debitura.managedCases.listCollected({ includeTestCases: true })).cases?.length).toBeGreaterThanOrEqual(0)
    await managed.refresh()
    await managed.advance('Active')
    await managed.delete()
  })
`

it('does what it says, from a worker', async () => {
  using project = inlineProject({ 'a.test.ts': suite })
  const run = await runVitest(project)
  expect(run.exitCode, run.output).toBe(0)
  expect(run.results && statesOf(run.results)).toEqual({
    'a.test.ts > a case': 'passed',
    'a.test.ts > ways to close a case': 'passed',
    'a.test.ts > events': 'passed',
    'a.test.ts > events, while time stands still': 'passed',
    'a.test.ts > deliveries': 'passed',
    'a.test.ts > the application under test': 'passed',
    'a.test.ts > a client': 'passed',
    'a.test.ts > a managed case': 'passed',
  })
})
