import { describe, expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

const NOWHERE = '11111111-2222-4333-8444-555555555555'

/** A creditor, and a way to make cases of its own that are paid. */
async function creditor(options?: Parameters<typeof started>[0]) {
  const sandbox = await started(options)
  const { customer } = callers(sandbox)
  const paidCase = async (amount: number, overrides: object = {}) => {
    const { body } = await customer('POST', '/cases', claim({ amountToRecover: amount, ...overrides }))
    await customer('POST', `/test/cases/${body.id}/advance`, { to: 'Closed:Paid', amount })
    return body
  }
  const list = async (query = '') => (await customer('GET', `/Payments${query}`)).body
  return { sandbox, customer, paidCase, list }
}

describe('the payments of an account', () => {
  test('come from all of its cases, newest first, each with its case', async () => {
    const { customer, paidCase, list } = await creditor()
    const first = await paidCase(100)
    const second = await paidCase(250.75)
    expect(await list()).toMatchObject({
      page: { totalResults: 2, pageSize: 10, currentPage: 1, responseCount: 2, totalPages: 1 },
      payments: [
        {
          grossAmount: 250.75,
          currency: 'USD',
          recipient: 'Creditor',
          dateUpdated: null,
          date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T00:00:00\.000$/),
          invoice: { invoiceId: second.id, reference: second.reference, status: 'Closed' },
        },
        { grossAmount: 100, invoice: { invoiceId: first.id } },
      ],
    })
    expect((await customer('GET', `/cases/${first.id}/payments`)).body).toEqual([(await list()).payments[1]])
  })

  test('are empty before anything is paid', async () => {
    const { list } = await creditor()
    expect(await list()).toMatchObject({ page: { totalResults: 0 }, payments: [] })
  })

  test('come in pages', async () => {
    const { paidCase, list } = await creditor()
    for (const amount of [1, 2, 3]) await paidCase(amount)
    const { page, payments } = await list('?Page=2&PageSize=2')
    expect(page).toMatchObject({ totalResults: 3, currentPage: 2, totalPages: 2 })
    expect(payments).toMatchObject([{ grossAmount: 1 }])
  })

  test.each(['?Page=0', '?PageSize=0', '?PageSize=101', '?Page=x'])('%s is a 400', async (query) => {
    const { customer } = await creditor()
    expect((await customer('GET', `/Payments${query}`)).status).toBe(400)
  })

  test('go with their case', async () => {
    const { customer, paidCase, list } = await creditor()
    const { id } = await paidCase(100)
    await paidCase(200)
    const paymentId = (await list()).payments[1].id
    await customer('DELETE', `/test/cases/${id}`)
    expect(await list()).toMatchObject({ page: { totalResults: 1 }, payments: [{ grossAmount: 200 }] })
    expect((await customer('GET', `/Payments/${paymentId}`)).status).toBe(404)
  })

  test('go with their client, and are nobody else’s', async () => {
    const { sandbox, customer, paidCase, list } = await creditor()
    sandbox.world().seedClient({ externalTenantId: 'tenant' })
    const client = await callerForClient(sandbox, 'tenant')
    const { id } = (await client('POST', '/cases', claim())).body
    await client('POST', `/test/cases/${id}/advance`, { to: 'Closed:Paid', amount: 1250 })
    const [payment] = (await client('GET', '/payments')).body.payments
    expect((await client('GET', `/payments/${payment.id}`)).body).toEqual(payment)
    expect((await customer('GET', `/Payments/${payment.id}`)).status).toBe(404)
    await paidCase(5)
    expect((await list()).page.totalResults).toBe(1)
    await callers(sandbox).referral('DELETE', '/clients/tenant')
    expect((await list()).page.totalResults).toBe(1)
  })
})

describe('a payment by its id', () => {
  test('is found, in any case of its letters', async () => {
    const { customer, paidCase, list } = await creditor()
    await paidCase(42)
    const [payment] = (await list()).payments
    expect((await customer('GET', `/Payments/${payment.id.toUpperCase()}`)).body).toEqual(payment)
  })

  test('is a 404 where it is unknown, and a 400 where it is no id', async () => {
    const { customer } = await creditor()
    expect((await customer('GET', `/Payments/${NOWHERE}`)).status).toBe(404)
    expect((await customer('GET', '/Payments/seven')).status).toBe(400)
  })
})

test('a case tells its success fee once collection has started, with what the age of its invoices adds', async () => {
  const { customer } = await creditor()
  const aged = { amountToRecoverOver12Months: 625, amountToRecoverOver24Months: 125 }
  const created = (await customer('POST', '/cases', claim(aged))).body
  expect(created).toMatchObject({ preLegalSuccessFee: null, blendedAgeUpliftPoints: 6 })
  await customer('POST', `/test/cases/${created.id}/advance`, { to: 'Active' })
  expect((await customer('GET', `/cases/${created.id}`)).body.preLegalSuccessFee).toBe(15.5)
})
