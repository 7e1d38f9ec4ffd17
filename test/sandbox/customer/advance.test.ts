import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADVANCE_TARGETS, type AdvanceTarget } from '../../../src/contract/words/index.ts'
import type { SandboxOptions } from '../../../src/sandbox/index.ts'
import { callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

/** A fresh test case of 1,250, and a way to advance it. */
async function ready(options?: SandboxOptions) {
  const sandbox = await started(options)
  const { customer } = callers(sandbox)
  const { id } = (await customer('POST', '/cases', claim())).body
  const advance = (to: unknown, amount?: unknown) =>
    customer('POST', `/test/cases/${id}/advance`, { to, amount })
  const read = async () => (await customer('GET', `/cases/${id}`)).body
  return { sandbox, customer, id, advance, read }
}

test('to Active starts collection', async () => {
  const { advance, read } = await ready({ now: () => new Date('2026-08-31T08:00:00Z') })
  expect(await advance('Active')).toMatchObject({ status: 200, body: { advanced: true, state: 'Active' } })
  expect(await read()).toMatchObject({
    lifecycle: 'Active',
    dateCollectionStarted: '2026-08-31T08:00:00.000',
    exclusivePeriodEndDate: '2027-02-28T08:00:00.000',
    currentEngagementPhase: 'Pre-legal',
  })
})

test('to Closed:Paid records the payment and closes the case', async () => {
  const { advance, read } = await ready()
  expect((await advance('Closed:Paid', 1250)).body).toEqual({ advanced: true, state: 'Closed:Paid' })
  expect(await read()).toMatchObject({
    lifecycle: 'Closed',
    closeCode: 'Paid',
    remainder: 0,
    dateFinished: expect.any(String) as string,
    allocationOutstanding: { principal: 0 },
  })
})

test('to Closed:NoPayment closes the case with its label', async () => {
  const { advance, read } = await ready()
  expect((await advance('Closed:NoPayment')).body).toEqual({ advanced: true, state: 'Closed:NoPayment' })
  expect(await read()).toMatchObject({
    lifecycle: 'Closed',
    closeCode: 'Pre-Legal Exhausted – No Payment',
    remainder: 1250,
  })
})

test('any sequence of targets: a case only goes forward, and a second time changes nothing', async () => {
  const { customer } = callers(await started())
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...ADVANCE_TARGETS), { maxLength: 6 }), async (targets) => {
      const { id } = (await customer('POST', '/cases', claim())).body
      let state: AdvanceTarget | undefined
      for (const to of targets) {
        const { status, body } = await customer('POST', `/test/cases/${id}/advance`, { to, amount: 1250 })
        const closed = state !== undefined && state !== 'Active'
        if (closed && to !== 'Active' && to !== state) {
          expect(status).toBe(400)
        } else {
          const moves = !closed && to !== state
          expect(body).toEqual({ advanced: moves, state: moves ? to : state })
          state = body.state
        }
      }
    }),
    { numRuns: 40 },
  )
})

describe('is refused with a 400', () => {
  test.each([
    ['an unknown target', 'Paused', undefined],
    ['a target in another case', 'active', undefined],
    ['a missing target', undefined, undefined],
    ['no amount to pay', 'Closed:Paid', undefined],
    ['nothing to pay', 'Closed:Paid', 0],
    ['less than nothing to pay', 'Closed:Paid', -1],
    ['an amount that is no number', 'Closed:Paid', '12'],
    ['less than is outstanding', 'Closed:Paid', 1249.99],
    ['more than there is', 'Closed:Paid', 1e308],
  ])('for %s', async (_, to, amount) => {
    const { advance, read } = await ready()
    expect((await advance(to, amount)).status).toBe(400)
    expect((await read()).lifecycle).toBe('Pending Verification Internal')
  })

  test('for a production case', async () => {
    const { sandbox, customer } = await ready()
    const { id } = sandbox.world().seedCase()
    expect(await customer('POST', `/test/cases/${id}/advance`, { to: 'Closed:NoPayment' })).toMatchObject({
      status: 400,
      body: { businessErrors: [{ type: 'NotATestCase' }] },
    })
  })

  test('for a case that waits for a signature, unless the behaviour lets it', async () => {
    const advance = async (advanceFromContractSigning: 'refuse' | 'activate') => {
      const sandbox = await started({ behaviours: { advanceFromContractSigning } })
      sandbox.world().seedClient({ externalTenantId: 't', onboardingDone: false })
      const client = await callerForClient(sandbox, 't')
      const { id } = (await client('POST', '/cases', claim({ allowPendingContracts: true }))).body
      return (await client('POST', `/test/cases/${id}/advance`, { to: 'Active' })).status
    }
    expect(await advance('refuse')).toBe(400)
    expect(await advance('activate')).toBe(200)
  })
})

describe('from a lifecycle that the documentation does not name', () => {
  test.each([
    ['Paused', 'advanceFromPaused', 'activate'],
    ['NeedsAdditionalDetails', 'advanceFromWaiting', 'activate'],
    ['Leads', 'advanceFromWaiting', 'activate'],
    ['LeadsQuoteGiven', 'advanceFromWaiting', 'activate'],
    ['Merged', 'advanceFromMerged', 'refuse'],
  ] as const)('%s: as %s says, and otherwise %s', async (lifecycle, name, otherwise) => {
    const advanced = async (behaviours: SandboxOptions['behaviours']) => {
      const sandbox = await started({ behaviours })
      const { id } = sandbox.world().seedCase({ lifecycle, isTest: true })
      return (await callers(sandbox).customer('POST', `/test/cases/${id}/advance`, { to: 'Active' })).status
    }
    expect(await advanced({ [name]: 'activate' })).toBe(200)
    expect(await advanced({ [name]: 'refuse' })).toBe(400)
    expect(await advanced({})).toBe(otherwise === 'activate' ? 200 : 400)
  })
})

test('closes with less than is outstanding where the behaviour says so', async () => {
  const { advance, read } = await ready({ behaviours: { advancePaidBelowOutstanding: 'close' } })
  expect((await advance('Closed:Paid', 250.5)).status).toBe(200)
  expect(await read()).toMatchObject({
    closeCode: 'Paid',
    remainder: 999.5,
    allocationOutstanding: { principal: 999.5 },
  })
})

test('may pay more than is outstanding', async () => {
  const { advance, read } = await ready()
  await advance('Closed:Paid', 1300.1)
  expect(await read()).toMatchObject({ remainder: -50.1, allocationOutstanding: { principal: 0 } })
})

test('of somebody else’s case is a 404', async () => {
  const { sandbox, id } = await ready()
  expect(
    (await callers(sandbox, 'other').customer('POST', `/test/cases/${id}/advance`, { to: 'Active' })).status,
  ).toBe(404)
  expect((await callers(sandbox).partner('POST', `/test/cases/${id}/advance`, { to: 'Active' })).status).toBe(
    404,
  )
})
