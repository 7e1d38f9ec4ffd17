import { expect, it } from 'vitest'
import { inlineProject, runVitest, statesOf } from './harness/index.ts'

/** Calls each method of the kit from a worker, with and without what may be left out: all of it crosses a socket. */
const suite = /* ts */ `
  import { createServer } from 'node:http'
  import { once } from 'node:events'
  import { expect, test } from 'debitura-testkit/vitest'

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
    const received: string[] = []
    const server = createServer((request, response) => {
      received.push(request.url ?? '')
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = 'http://127.0.0.1:' + (server.address() as { port: number }).port + '/hook'
    const webhook = await debitura.webhooks.create({ url, events: ['case.updated', 'case.closed'] })
    const claim = await debitura.cases.create()
    expect(await claim.events()).toEqual([])
    const before = new Date().toISOString()
    await claim.closeUnpaid()
    expect(await claim.waitForEvent('case.closed')).toMatchObject({ eventType: 'case.closed' })
    expect((await claim.events({ since: before })).length).toBeGreaterThan(0)
    await expect(claim.waitForEvent('payment.created', { timeout: 1 })).rejects.toMatchObject({ code: 'DBT_EVENT_MISSING' })
    await debitura.webhooks.delete(webhook)
    expect(received.length).toBeGreaterThan(0)
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
    'a.test.ts > a client': 'passed',
    'a.test.ts > a managed case': 'passed',
  })
})
