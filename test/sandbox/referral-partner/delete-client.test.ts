import { describe, expect, test } from 'vitest'
import { BLOCKERS } from '../../../src/contract/words/index.ts'
import { callerForClient, callers, started } from '../callers.ts'
import { applicant, claim } from '../payloads.ts'

const onboarded = async (options?: Parameters<typeof started>[0]) => {
  const sandbox = await started(options)
  sandbox.world().seedClient({ externalTenantId: 't', email: 'cfo@acme.example' })
  const { referral } = callers(sandbox)
  return { sandbox, referral, client: await callerForClient(sandbox, 't') }
}

test('takes everything of the client along, and frees its address', async () => {
  const { sandbox, referral, client } = await onboarded()
  const { customer } = callers(sandbox)
  await client('POST', '/cases', claim())
  await client('POST', '/webhooks', { url: 'http://127.0.0.1:9/x', events: ['case.created'] })
  const own = (await customer('POST', '/cases', claim())).body.id
  expect(await referral('DELETE', '/clients/t')).toMatchObject({ status: 204, body: undefined })
  expect((await referral('GET', '/clients/t')).status).toBe(404)
  expect((await referral('GET', '/clients/t/is-deletable')).status).toBe(404)
  expect((await referral('DELETE', '/clients/t')).status).toBe(404)
  expect((await client('GET', '/me')).status).toBe(401)
  expect(
    sandbox
      .world()
      .cases()
      .map(({ id }) => id),
  ).toEqual([own])
  expect(sandbox.world().webhooks()).toEqual([])
  const again = applicant('u', { users: [{ name: 'A', email: 'cfo@acme.example' }] })
  expect(await referral('POST', '/clients', again)).toMatchObject({
    status: 202,
    body: { isAttributedClient: true },
  })
})

describe('a client with cases', () => {
  test.each([
    ['a pending case', undefined, true],
    ['an active case', { to: 'Active' }, false],
    ['a closed case', { to: 'Closed:NoPayment' }, true],
  ])('%s: deletable %s', async (_, step, isDeletable) => {
    const { sandbox, referral, client } = await onboarded()
    const { id } = (await client('POST', '/cases', claim())).body
    if (step !== undefined) await client('POST', `/test/cases/${id}/advance`, step)
    expect((await referral('GET', '/clients/t/is-deletable')).body).toEqual({
      isDeletable,
      blockers: isDeletable ? [] : [BLOCKERS.activeCase],
    })
    expect((await referral('DELETE', '/clients/t')).status).toBe(isDeletable ? 204 : 422)
    expect(sandbox.world().clients()).toHaveLength(isDeletable ? 0 : 1)
  })

  test.each([
    ['nothing', undefined, []],
    ['an unpaid commission', { paidLeavesCommission: true }, [BLOCKERS.unpaidCommission]],
  ])('a case that closed as paid leaves %s', async (_, behaviours, blockers) => {
    const { referral, client } = await onboarded({ behaviours })
    const { id } = (await client('POST', '/cases', claim())).body
    await client('POST', `/test/cases/${id}/advance`, { to: 'Closed:Paid', amount: 1250 })
    expect((await referral('GET', '/clients/t/is-deletable')).body.blockers).toEqual(blockers)
  })

  test('of another account are no obstacle', async () => {
    const { sandbox, referral } = await onboarded()
    sandbox.world().seedCase()
    expect((await referral('GET', '/clients/t/is-deletable')).body.isDeletable).toBe(true)
  })
})

test('every blocker is told, in Debitura’s words', async () => {
  const { sandbox, referral } = await onboarded()
  sandbox.world().seedCase({ externalTenantId: 't' })
  sandbox.world().setBlockers('t', { pendingLeadQuotes: true, unpaidCommission: true })
  const { body } = await referral('GET', '/clients/t/is-deletable')
  expect(body).toEqual({ isDeletable: false, blockers: Object.values(BLOCKERS) })
  const refused = await referral('DELETE', '/clients/t')
  expect(refused.status).toBe(422)
  expect(refused.body.message).toContain(BLOCKERS.unpaidCommission)
})

test('a blocked client goes all the same where the behaviour says so', async () => {
  const { sandbox, referral } = await onboarded({ behaviours: { deleteBlockedClient: 'delete' } })
  sandbox.world().seedCase({ externalTenantId: 't' })
  expect((await referral('DELETE', '/clients/t')).status).toBe(204)
  expect(sandbox.world().cases()).toEqual([])
})

test('as production, clients can be neither checked nor deleted', async () => {
  const { sandbox, referral } = await onboarded({ environment: 'production' })
  for (const tenant of ['t', 'unknown']) {
    expect((await referral('GET', `/clients/${tenant}/is-deletable`)).status).toBe(403)
    expect((await referral('DELETE', `/clients/${tenant}`)).status).toBe(403)
  }
  expect(sandbox.world().clients()).toHaveLength(1)
})
