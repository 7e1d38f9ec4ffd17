import { expect, test } from 'vitest'
import type { SandboxOptions } from '../../../src/sandbox/index.ts'
import { callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

async function twoClients(options?: SandboxOptions) {
  let time = Date.parse('2026-06-17T08:00:00Z')
  const sandbox = await started({ now: () => new Date(time), ...options })
  for (const tenant of ['a', 'b']) {
    sandbox.world().seedClient({ externalTenantId: tenant, name: `Client ${tenant}` })
    const client = await callerForClient(sandbox, tenant)
    for (const [index, amountToRecover] of [20, 10].entries()) {
      time += 60_000
      const { id } = (
        await client(
          'POST',
          '/cases',
          claim({ creditorReference: `invoice-${tenant}${index}`, amountToRecover }),
        )
      ).body
      if (index === 1)
        await client('POST', `/test/cases/${id}/advance`, {
          to: tenant === 'a' ? 'Active' : 'Closed:NoPayment',
        })
    }
  }
  await callers(sandbox).customer('POST', '/cases', claim({ creditorReference: 'not-a-client' }))
  const { referral } = callers(sandbox)
  const references = async (query: string) =>
    (await referral('GET', `/cases?${query}`)).body.cases
      .map((one: { creditorReference: string }) => one.creditorReference.replace('invoice-', ''))
      .join(' ')
  return { sandbox, referral, references }
}

test('shows the cases of all clients and no others, newest first, with sums', async () => {
  const { referral } = await twoClients()
  const { status, body } = await referral('GET', '/cases')
  expect(status).toBe(200)
  expect(body.page.totalResults).toBe(4)
  expect(body.summary).toEqual({
    totalCases: 4,
    casesThisMonth: 4,
    byLifecycle: { active: 1, closed: 1, paused: 0, pending: 2 },
  })
  expect(body.cases[0]).toMatchObject({
    creditorReference: 'invoice-b1',
    lifecycle: 'Closed',
    closeCode: 'Pre-Legal Exhausted – No Payment',
    client: { externalTenantId: 'b', companyName: 'Client b' },
    debtor: { name: 'Acme Ltd', country: 'United Kingdom' },
  })
})

test('leaves test cases out, of the sums too, where the behaviour says so', async () => {
  const { sandbox, referral } = await twoClients({ behaviours: { testCasesForReferralPartner: 'hide' } })
  sandbox.world().seedCase({ externalTenantId: 'a', creditorReference: 'production' })
  const { body } = await referral('GET', '/cases')
  expect(body.cases).toMatchObject([{ creditorReference: 'production' }])
  expect(body.summary.totalCases).toBe(1)
})

test('tells whether a case waits for information', async () => {
  const { sandbox, referral } = await twoClients()
  sandbox.world().seedCase({ externalTenantId: 'a', lifecycle: 'NeedsAdditionalDetails' })
  const { body } = await referral('GET', '/cases?Statuses=NeedsAdditionalDetails&Statuses=Active')
  expect(body.cases).toMatchObject([
    {
      validation: { needsInfo: true, creditorRespondedAt: null, items: [{ resolutionArea: 'CaseDetails' }] },
    },
    { validation: { needsInfo: false, creditorRespondedAt: null, items: [] } },
  ])
})

test.each([
  ['', 'b1 b0 a1 a0'],
  ['Sort=DateCreated:asc', 'a0 a1 b0 b1'],
  ['ExternalTenantId=a', 'a1 a0'],
  ['Statuses=Active&Statuses=Closed', 'b1 a1'],
  ['Query=INVOICE-B0', 'b0'],
  ['FromDate=2026-06-17T08:03:00', 'b1 b0'],
  ['ToDate=2026-06-17T08:01:00', 'a0'],
  ['PageSize=1&Page=2', 'b0'],
  ['CollectionPartnerIds=11111111-2222-4333-8444-555555555555', ''],
  ['CountryIds=1', ''],
])('%s', async (query, expected) => {
  const { references } = await twoClients()
  expect(await references(query)).toBe(expected)
})
