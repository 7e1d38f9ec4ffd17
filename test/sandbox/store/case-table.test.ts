import { expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

test('a client’s numbers follow its cases through every lifecycle, a deletion and a restored snapshot', async () => {
  const sandbox = await started()
  const world = sandbox.world()
  world.seedClient({ externalTenantId: 't' })
  const client = await callerForClient(sandbox, 't')
  const { referral } = callers(sandbox)
  const numbers = async () => {
    const { casesTotal, casesClosed } = (await referral('GET', '/clients/t')).body.caseStats
    return [casesTotal, casesClosed, (await referral('GET', '/clients/t/is-deletable')).body.blockers.length]
  }
  const { id } = (await client('POST', '/cases', claim())).body
  expect(await numbers()).toEqual([1, 0, 0])
  await client('POST', `/test/cases/${id}/advance`, { to: 'Active' })
  expect(await numbers()).toEqual([1, 0, 1])
  const snapshot = world.snapshot()
  await client('POST', `/test/cases/${id}/advance`, { to: 'Closed:NoPayment' })
  expect(await numbers()).toEqual([1, 1, 0])
  await client('DELETE', `/test/cases/${id}`)
  expect(await numbers()).toEqual([0, 0, 0])
  world.restore(snapshot)
  expect(await numbers()).toEqual([1, 0, 1])
})

test('the referral partner’s summary puts each case into one group', async () => {
  const sandbox = await started()
  const world = sandbox.world()
  world.seedClient({ externalTenantId: 't' })
  const lifecycles = [
    'Active',
    'Paused',
    'Merged',
    'PendingVerification',
    'LeadsQuoteGiven',
    'Leads',
  ] as const
  for (const lifecycle of lifecycles) world.seedCase({ externalTenantId: 't', lifecycle })
  const { summary, cases } = (await callers(sandbox).referral('GET', '/cases?PageSize=100')).body
  const { byLifecycle, totalCases, casesThisMonth } = summary
  expect([totalCases, casesThisMonth]).toEqual([6, 6])
  expect(byLifecycle).toEqual({ active: 1, closed: 1, paused: 1, pending: 3 })
  const sequence = world.cases().map((one) => one.reference)
  expect(cases.map((one: { reference: string }) => one.reference)).toEqual(sequence.toReversed())
})
