import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIFECYCLES } from '../../../src/contract/words/index.ts'
import { callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

describe('one case', () => {
  test('is found by id, by the creditor’s reference and by Debitura’s', async () => {
    const { customer } = callers(await started())
    const { body } = await customer('POST', '/cases', claim({ creditorReference: 'INV-1' }))
    const { body: read } = await customer('GET', `/cases/${body.id}`)
    expect(read.id).toBe(body.id)
    expect((await customer('GET', `/cases/${body.id.toUpperCase()}`)).body).toEqual(read)
    expect((await customer('GET', '/cases/by-creditor-reference/INV-1')).body).toEqual(read)
    expect((await customer('GET', `/cases/case-reference/${body.reference}`)).body).toEqual(read)
  })

  test('of somebody else is a 404, as is one that never was', async () => {
    const sandbox = await started()
    const { body } = await callers(sandbox).customer('POST', '/cases', claim({ creditorReference: 'INV-1' }))
    const other = callers(sandbox, 'other').customer
    const paths = [
      `/cases/${body.id}`,
      `/cases/${body.id}/timeline`,
      `/cases/${body.id}/payments`,
      '/cases/by-creditor-reference/INV-1',
      `/cases/case-reference/${body.reference}`,
    ]
    for (const path of paths) expect((await other('GET', path)).status, path).toBe(404)
    expect(
      (await callers(sandbox).customer('GET', '/cases/11111111-2222-4333-8444-555555555555')).status,
    ).toBe(404)
  })
})

describe('the list of cases', () => {
  test('has ten to a page, newest first', async () => {
    const { customer } = callers(await started())
    const ids: string[] = []
    for (let made = 0; made < 12; made++) ids.push((await customer('POST', '/cases', claim())).body.id)
    const first = await customer('GET', '/cases')
    const second = await customer('GET', '/cases?page=2')
    const read = [...first.body.cases, ...second.body.cases].map((one: { id: string }) => one.id)
    expect(read).toEqual(ids.toReversed())
    expect(first.body.page).toEqual({
      totalResults: 12,
      pageSize: 10,
      currentPage: 1,
      responseCount: 10,
      totalPages: 2,
    })
  })

  test.each(['PageSize=0', 'PageSize=101', 'pagesize=-1', 'Page=0', 'Page=x', 'PageSize=1.5'])(
    '%s is a 400',
    async (query) => {
      const { customer } = callers(await started())
      expect((await customer('GET', `/cases?${query}`)).status).toBe(400)
    },
  )

  test('is filtered by lifecycle, by name or label in any case', async () => {
    const sandbox = await started()
    const { customer } = callers(sandbox)
    const made = Object.fromEntries(
      (['Active', 'PendingVerification', 'Paused', 'Leads'] as const).map((lifecycle) => [
        lifecycle,
        sandbox.world().seedCase({ lifecycle }).id,
      ]),
    )
    const lifecycle = fc.constantFrom('Active', 'PendingVerification', 'Paused', 'Leads') as fc.Arbitrary<
      'Active' | 'PendingVerification' | 'Paused' | 'Leads'
    >
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(lifecycle, { minLength: 1 }),
        fc.boolean(),
        fc.boolean(),
        async (wanted, labels, upper) => {
          const words = wanted
            .map((name) => (labels ? LIFECYCLES[name] : name))
            .map((word) => (upper ? word.toUpperCase() : word))
          const { body } = await customer('GET', `/cases?Statuses=${encodeURIComponent(words.join(','))}`)
          const ids = body.cases.map(({ id }: { id: string }) => id)
          expect(ids.toSorted()).toEqual(wanted.map((name) => made[name]).toSorted())
          expect(body.page.totalResults).toBe(wanted.length)
        },
      ),
    )
  })

  test('refuses a status that does not exist, unless it is to ignore it', async () => {
    const { customer } = callers(await started())
    expect((await customer('GET', '/cases?Statuses=Sleeping')).status).toBe(400)
    const lenient = callers(await started({ behaviours: { unknownStatus: 'ignore' } })).customer
    expect((await lenient('GET', '/cases?Statuses=Sleeping')).body.cases).toEqual([])
  })

  test('is filtered by id, and lets nothing through for ids that nothing bears', async () => {
    const { customer } = callers(await started())
    const ids = []
    for (let made = 0; made < 3; made++) ids.push((await customer('POST', '/cases', claim())).body.id)
    const { body } = await customer('GET', `/cases?Ids=${ids[0]}&Ids=${ids[2]}`)
    expect(body.cases.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[0]])
    const none = await customer('GET', `/cases?DivisionIds=${ids[0]}`)
    expect(none.body).toMatchObject({ cases: [], page: { totalResults: 0 } })
  })

  test('is sorted by documented fields, and by no others', async () => {
    const { customer } = callers(await started())
    for (const amountToRecover of [20, 10, 30]) await customer('POST', '/cases', claim({ amountToRecover }))
    const amounts = async (sort: string) =>
      (await customer('GET', `/cases?Sort=${sort}`)).body.cases.map(
        ({ grossAmount }: { grossAmount: number }) => grossAmount,
      )
    expect(await amounts('GrossAmount:asc')).toEqual([10, 20, 30])
    expect(await amounts('grossamount:desc')).toEqual([30, 20, 10])
    expect(await amounts('DateCreated')).toEqual([20, 10, 30])
    expect(await amounts('DateCreated:desc')).toEqual([30, 10, 20])
    expect(await amounts('debtorName:asc')).toEqual([30, 10, 20])
  })
})

describe('what happened to a case', () => {
  test('is told oldest first, and its payments newest first', async () => {
    let time = Date.parse('2026-06-17T08:00:00Z')
    const now = () => {
      time += 1_000
      return new Date(time)
    }
    const { customer } = callers(await started({ now }))
    const { body } = await customer('POST', '/cases', claim())
    await customer('POST', `/test/cases/${body.id}/advance`, { to: 'Closed:Paid', amount: 1250 })
    const timeline = await customer('GET', `/cases/${body.id}/timeline`)
    expect(timeline.body.items.map(({ type }: { type: string }) => type)).toEqual([
      'CaseCreated',
      'CaseActivated',
      'PaymentRegistered',
      'CaseClosed',
    ])
    expect(timeline.body.currentEngagementPhase).toBe('Pre-legal')
    const dates = timeline.body.items.map(({ date }: { date: string }) => date)
    expect(dates).toEqual(dates.toSorted())
    const payments = await customer('GET', `/cases/${body.id}/payments`)
    expect(payments.body).toMatchObject([{ grossAmount: 1250, currency: 'USD' }])
  })
})

test('the key’s account can be asked for', async () => {
  const { customer } = callers(await started(), 'checkout')
  const { status, body } = await customer('GET', '/me')
  expect(status).toBe(200)
  expect(body.companyName).toBe('Sandbox Creditor (checkout)')
})
