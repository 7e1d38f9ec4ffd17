import { expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { applicant, claim } from '../payloads.ts'

test('a client that never got going is withdrawn: its cases close, and its name is free again', async () => {
  const sandbox = await started()
  const { referral } = callers(sandbox)
  const body = applicant('t', { cases: [claim(), claim()] })
  const first = (await referral('POST', '/clients', body)).body
  expect(await referral('POST', '/clients/t/withdraw')).toMatchObject({ status: 204, body: undefined })
  expect((await referral('GET', '/clients/t')).status).toBe(404)
  expect((await referral('POST', '/oauth/token', { externalTenantId: 't' })).status).toBe(404)
  const closed = { lifecycle: 'Closed', closeCode: 'CaseNeverStartedInternal' }
  expect(sandbox.world().cases()).toMatchObject([closed, closed])
  expect((await referral('POST', '/clients/t/withdraw')).status).toBe(404)
  const again = await referral('POST', '/clients', body)
  expect(again).toMatchObject({ status: 202, body: { isAttributedClient: true } })
  expect(again.body.client.id).not.toBe(first.client.id)
  expect(again.body.caseResults.successfulCases).toHaveLength(2)
})

test('what else was its own goes with it', async () => {
  const sandbox = await started()
  const { referral } = callers(sandbox)
  await referral('POST', '/clients', applicant('t'))
  const client = await callerForClient(sandbox, 't')
  const division = { companyName: 'Branch', city: 'Berlin', countryCode: 'DE' }
  const { id: creditorDivisionId } = (await client('POST', '/divisions', division)).body
  await client('POST', '/webhooks', { url: 'http://127.0.0.1:9/', events: ['case.closed'], isTestMode: true })
  await client('POST', '/cases', claim({ creditorDivisionId, allowPendingContracts: true }))
  expect((await referral('POST', '/clients/t/withdraw')).status).toBe(204)
  const { divisions, tasks } = sandbox.world().snapshot().copy().rows
  expect({ divisions, tasks, webhooks: sandbox.world().webhooks() }).toEqual({
    divisions: [],
    tasks: [],
    webhooks: [],
  })
})

test('its test cases are deleted where the behaviour says so, for no key reaches them any more', async () => {
  const sandbox = await started({ behaviours: { withdrawnTestCases: 'delete' } })
  const { referral } = callers(sandbox)
  await referral('POST', '/clients', applicant('t', { cases: [claim(), claim({ isTest: false })] }))
  expect((await referral('POST', '/clients/t/withdraw')).status).toBe(204)
  expect(sandbox.world().cases()).toMatchObject([{ isTest: false, lifecycle: 'Closed' }])
})

test('a client with a case past contract signing is not', async () => {
  const sandbox = await started()
  sandbox.world().seedClient({ externalTenantId: 't' })
  const client = await callerForClient(sandbox, 't')
  await client('POST', '/cases', claim())
  const { referral } = callers(sandbox)
  expect(await referral('POST', '/clients/t/withdraw')).toMatchObject({
    status: 409,
    body: { businessErrors: [{ type: 'CasePastOnboarding' }] },
  })
  expect((await referral('GET', '/clients/t')).status).toBe(200)
})
