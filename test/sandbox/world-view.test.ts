import { expect, test } from 'vitest'
import { callers, started } from './callers.ts'
import { claim } from './payloads.ts'

test('shows what no answer tells: tags and owners', async () => {
  const sandbox = await started()
  const { customer } = callers(sandbox)
  const { body } = await customer('POST', '/cases', claim({ creditorReference: 'INV-1' }))
  const me = (await customer('GET', '/me')).body.id
  expect(sandbox.world().cases()).toEqual([
    {
      id: body.id,
      reference: body.reference,
      creditorId: me,
      creditorReference: 'INV-1',
      creditorComments: null,
      isTest: true,
      tag: 'suite-run-1',
      lifecycle: 'PendingVerificationInternal',
      closeCode: null,
      currency: 'USD',
      grossAmount: 1250,
      payments: [],
      dateCreated: body.dateCreated,
    },
  ])
})

test('seeds production cases and clients, which operations then find', async () => {
  const sandbox = await started()
  const { customer, referral } = callers(sandbox)
  const seeded = sandbox
    .world()
    .seedCase({ tag: 'x', amountToRecover: 12, currencyCode: 'DKK', creditorReference: 'R' })
  expect((await customer('GET', `/cases/${seeded.id}`)).body).toMatchObject({
    isTestCase: false,
    lifecycle: 'Active',
    grossAmount: 12,
    currency: 'DKK',
    currentEngagementPhase: 'Pre-legal',
  })
  const client = sandbox.world().seedClient({ externalTenantId: 't', name: 'N', email: 'a@b.example' })
  expect((await referral('GET', '/clients/t')).body).toMatchObject({
    onboardingDone: true,
    client: { id: client.creditorId },
  })
  expect(sandbox.world().clients()).toEqual([client])
})

test('is a snapshot: what happens later does not change it', async () => {
  const sandbox = await started()
  const { customer } = callers(sandbox)
  const { id } = (await customer('POST', '/cases', claim())).body
  const before = sandbox.world().cases()
  await customer('POST', `/test/cases/${id}/advance`, { to: 'Closed:Paid', amount: 1250 })
  expect(before).toMatchObject([{ lifecycle: 'PendingVerificationInternal', payments: [] }])
  expect(sandbox.world().cases()).toMatchObject([
    { lifecycle: 'Closed', closeCode: 'Paid', payments: [1250] },
  ])
})

test('refuses a name that no key can have', async () => {
  const sandbox = await started()
  expect(() => sandbox.world('a.b')).toThrow(expect.objectContaining({ code: 'DBT_SETTINGS' }))
})

test('a client is seeded in the place of one of the same name, with all that was its own', async () => {
  const sandbox = await started()
  const world = sandbox.world()
  world.seedClient({ externalTenantId: 't' })
  const { id } = world.seedCase({ externalTenantId: 't' })
  world.seedClient({ externalTenantId: 't' })
  expect(world.clients()).toHaveLength(1)
  expect(world.cases()).toEqual([])
  expect((await callers(sandbox).referral('GET', `/cases/${id}`)).status).toBe(404)
})
