import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'
import { managedClaim } from '../payloads.ts'
import { receiver } from '../webhooks/receiver.ts'

const NOWHERE = '11111111-2222-4333-8444-555555555555'
const VIA_PARTNER = { date: '2026-02-01', paymentRecipient: 'CollectionPartner' }

/** A production case of 1000 that the partner collects, and what it can do about payments. */
async function collecting(options?: Parameters<typeof started>[0], seed: object = {}) {
  const sandbox = await started(options)
  const { partner, customer } = callers(sandbox)
  const { id, reference } = sandbox.world().seedCase(seed)
  const path = `/cases/${id}/payments`
  const pay = (paymentAmount: number, body: object = {}, headers?: Record<string, string>) =>
    partner('POST', path, { ...VIA_PARTNER, paymentAmount, ...body }, headers)
  const edit = (paymentId: string, paymentAmount: number, body: object = {}) =>
    partner('PUT', `${path}/${paymentId}`, { ...VIA_PARTNER, paymentAmount, ...body })
  const remove = (paymentId: string, query = '') => partner('DELETE', `${path}/${paymentId}${query}`)
  const read = async () => (await partner('GET', `/cases/${id}`)).body
  const listed = async () => (await partner('GET', path)).body
  return { sandbox, partner, customer, id, reference, path, pay, edit, remove, read, listed }
}

describe('recording a payment', () => {
  test('answers what became of it, and shows on the case, in its lists and on its timeline', async () => {
    const { customer, partner, id, reference, pay, read, listed } = await collecting()
    const { status, body } = await pay(250.5)
    expect(status).toBe(200)
    expect(body).toEqual({
      paymentId: expect.any(String),
      caseReference: reference,
      date: '2026-02-01T00:00:00.000Z',
      paymentAmount: 250.5,
      payoutCreditor: 226.7,
      payoutCollectionPartner: 23.8,
      paymentRecipient: 'CollectionPartner',
      commissionPaymentStatus: 'Paid',
      closeCase: false,
      caseClosed: false,
      closeCode: null,
      remainingAmount: 749.5,
      warnings: [],
    })
    expect(await read()).toMatchObject({ remainder: 749.5, allocationOutstanding: { principal: 749.5 } })
    expect(await listed()).toMatchObject([
      { id: body.paymentId, grossAmount: 250.5, recipient: 'CollectionPartner', currency: 'EUR' },
    ])
    expect((await customer('GET', `/Payments/${body.paymentId}`)).body.grossAmount).toBe(250.5)
    const { items } = (await customer('GET', `/cases/${id}/timeline`)).body
    expect(items.at(-1)).toMatchObject({ type: 'PaymentRegistered', actor: { type: 'Partner user' } })
    expect((await partner('GET', `/cases/${id}/payments`)).body).toHaveLength(1)
  })

  test('shares it by the success fee, or as told', async () => {
    const { pay } = await collecting({}, { successFee: 20 })
    expect((await pay(100)).body).toMatchObject({ payoutCreditor: 80, payoutCollectionPartner: 20 })
    const told = { payoutCreditor: 60.004, payoutCollectionPartner: 39.99 }
    expect((await pay(100, told)).body).toMatchObject({ payoutCreditor: 60, payoutCollectionPartner: 39.99 })
  })

  test.each(['Platform', 'collectionpartner'])(
    'by way of %s has a paid commission',
    async (paymentRecipient) => {
      const { pay } = await collecting()
      const { body } = await pay(10, { paymentRecipient, commissionPaymentStatus: 'Unpaid' })
      expect(body.commissionPaymentStatus).toBe('Paid')
    },
  )

  test('to the creditor says whether the commission is paid', async () => {
    const { pay } = await collecting()
    const { body } = await pay(10, { paymentRecipient: 'Creditor', commissionPaymentStatus: 'unpaid' })
    expect(body).toMatchObject({ paymentRecipient: 'Creditor', commissionPaymentStatus: 'Unpaid' })
  })

  test.each([
    ['paymentAmount', { paymentAmount: 0 }],
    ['paymentAmount', { paymentAmount: 0.009 }],
    ['paymentAmount', { paymentAmount: 1e300 }],
    ['paymentAmount', { paymentAmount: undefined }],
    ['date', { date: undefined }],
    ['date', { date: '2026-02-31' }],
    ['paymentRecipient', { paymentRecipient: '' }],
    ['paymentRecipient', { paymentRecipient: 'Debtor' }],
    ['commissionPaymentStatus', { paymentRecipient: 'Creditor' }],
    ['commissionPaymentStatus', { paymentRecipient: 'Creditor', commissionPaymentStatus: 'Credited' }],
    ['payoutCollectionPartner', { payoutCreditor: 100 }],
    ['payoutCreditor', { payoutCollectionPartner: 100 }],
    ['payoutCreditor', { payoutCreditor: 50, payoutCollectionPartner: 49.98 }],
    ['payoutCreditor', { payoutCreditor: -1, payoutCollectionPartner: 101 }],
  ])('checks %s', async (field, overrides) => {
    const { pay, listed } = await collecting()
    const { status, body } = await pay(100, overrides)
    expect(status).toBe(400)
    expect(Object.keys(body)).toEqual([field])
    expect(await listed()).toEqual([])
  })

  test('rounds to the hundredth', async () => {
    const { pay } = await collecting()
    expect((await pay(10.456)).body).toMatchObject({ paymentAmount: 10.46, remainingAmount: 989.54 })
  })

  test('warns where the creditor gets nothing, and where nothing was outstanding', async () => {
    const { pay } = await collecting()
    await pay(1000)
    const { body } = await pay(5, { payoutCreditor: 0, payoutCollectionPartner: 5 })
    expect(body.warnings).toHaveLength(2)
    expect(body.remainingAmount).toBe(-5)
  })

  test('closes the case once it is settled, and not before', async () => {
    const { pay, read } = await collecting()
    expect((await pay(400, { closeCase: true })).body).toMatchObject({
      closeCase: true,
      caseClosed: false,
      closeCode: null,
      remainingAmount: 600,
    })
    expect((await pay(600, { closeCase: true })).body).toMatchObject({ caseClosed: true, closeCode: 'Paid' })
    expect(await read()).toMatchObject({ lifecycle: 'Closed', closeCode: 'Paid', remainder: 0 })
  })

  test('leaves a case open that is settled, unless told to close it', async () => {
    const { pay, read } = await collecting()
    expect((await pay(1000)).body).toMatchObject({ caseClosed: false, remainingAmount: 0 })
    expect((await read()).lifecycle).toBe('Active')
  })

  test('happens once per idempotency key', async () => {
    const { pay, listed } = await collecting()
    const key = { 'Idempotency-Key': 'k' }
    const first = await pay(10, {}, key)
    expect((await pay(10, {}, key)).body).toEqual(first.body)
    expect(await pay(11, {}, key)).toMatchObject({
      status: 422,
      body: { error: 'IdempotencyConflict', businessErrors: [{ type: 'IdempotencyConflict' }] },
    })
    expect(await listed()).toHaveLength(1)
  })

  test('of a key that a 400 came with can be put right', async () => {
    const { pay } = await collecting()
    const key = { 'Idempotency-Key': 'k' }
    expect((await pay(0, {}, key)).status).toBe(400)
    expect((await pay(10, {}, key)).status).toBe(200)
  })

  test('on an unknown case, or one of nobody’s to collect, is a 404', async () => {
    const { sandbox, partner } = await collecting()
    const unrouted = sandbox.world().seedCase({ isTest: true }).id
    const body = { ...VIA_PARTNER, paymentAmount: 1 }
    for (const id of [NOWHERE, unrouted]) {
      expect((await partner('POST', `/cases/${id}/payments`, body)).status).toBe(404)
      expect((await partner('GET', `/cases/${id}/payments`)).status).toBe(404)
    }
    const { partner: stranger } = callers(sandbox, 'other')
    const own = sandbox.world().seedCase().id
    expect((await stranger('POST', `/cases/${own}/payments`, body)).status).toBe(404)
  })

  test('goes where a case is not being collected, by choice', async () => {
    const pending = { lifecycle: 'PendingVerification' }
    expect((await (await collecting({}, pending)).pay(1)).status).toBe(200)
    const strict = { behaviours: { paymentOutsideCollection: 'refuse' as const } }
    expect((await (await collecting(strict, pending)).pay(1)).status).toBe(400)
    expect((await (await collecting(strict)).pay(1)).status).toBe(200)
    expect((await (await collecting({}, { lifecycle: 'Merged' })).pay(1)).status).toBe(400)
  })
})

describe('editing a payment', () => {
  test('replaces it, and answers it', async () => {
    const { pay, edit, read, listed } = await collecting()
    const { paymentId } = (await pay(100)).body
    const { status, body } = await edit(paymentId, 150, { date: '2026-02-03T10:00:00Z' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: paymentId,
      grossAmount: 150,
      date: '2026-02-03T00:00:00.000Z',
      dateUpdated: expect.stringMatching(/Z$/),
    })
    expect((await read()).remainder).toBe(850)
    expect(await listed()).toMatchObject([{ grossAmount: 150 }])
  })

  test('would reopen a case that was paid: only where the caller agrees', async () => {
    const { pay, edit, read, listed } = await collecting()
    const { paymentId } = (await pay(1000, { closeCase: true })).body
    expect((await edit(paymentId, 999.99)).status).toBe(409)
    expect(await listed()).toMatchObject([{ grossAmount: 1000, dateUpdated: null }])
    expect((await edit(paymentId, 1001)).status).toBe(200)
    expect((await read()).lifecycle).toBe('Closed')
    expect((await edit(paymentId, 1000)).status).toBe(200)
    const { status, body } = await edit(paymentId, 999.99, { reopenCaseIfNeeded: true })
    expect(status).toBe(200)
    expect(body.invoice.status).toBe('Active')
    expect(await read()).toMatchObject({
      lifecycle: 'Active',
      closeCode: null,
      dateFinished: null,
      remainder: 0.01,
    })
  })

  test('refuses what a payment cannot be, the platform as its recipient too', async () => {
    const { pay, edit } = await collecting()
    const { paymentId } = (await pay(100)).body
    expect((await edit(paymentId, 0)).status).toBe(400)
    expect((await edit(paymentId, 1, { paymentRecipient: 'Platform' })).status).toBe(400)
    expect((await edit(NOWHERE, 1)).status).toBe(404)
    expect((await edit('seven', 1)).status).toBe(400)
  })
})

describe('deleting a payment', () => {
  test('takes it from the case, and from everywhere else', async () => {
    const { customer, pay, remove, read, listed } = await collecting()
    const { paymentId } = (await pay(100)).body
    expect(await remove(paymentId)).toMatchObject({ status: 204, body: undefined })
    expect(await listed()).toEqual([])
    expect((await read()).remainder).toBe(1000)
    expect((await customer('GET', `/Payments/${paymentId}`)).status).toBe(404)
    expect((await remove(paymentId)).status).toBe(404)
  })

  test('would reopen a case that was paid: only where the caller agrees', async () => {
    const { pay, remove, read } = await collecting()
    await pay(400)
    const { paymentId } = (await pay(600, { closeCase: true })).body
    expect((await remove(paymentId)).status).toBe(409)
    expect((await remove(paymentId, '?reopenCaseIfNeeded=true')).status).toBe(204)
    expect(await read()).toMatchObject({ lifecycle: 'Active', remainder: 600 })
  })

  test('leaves a case closed that was not closed as paid', async () => {
    const { partner, id, pay, remove, read } = await collecting()
    const { paymentId } = (await pay(400)).body
    await partner('POST', `/cases/${id}/close`, { closeCode: 'PartiallyPaid' })
    expect((await remove(paymentId)).status).toBe(204)
    expect((await read()).lifecycle).toBe('Closed')
  })

  test('of another case is a 404', async () => {
    const { sandbox, partner, pay } = await collecting()
    const { paymentId } = (await pay(1)).body
    const other = sandbox.world().seedCase().id
    expect((await partner('DELETE', `/cases/${other}/payments/${paymentId}`)).status).toBe(404)
  })
})

test('subscribers hear of a payment, of its deletion, and that a case is open again', async () => {
  const { customer, pay, remove } = await collecting()
  const hook = await receiver()
  const events = ['payment.created', 'payment.deleted', 'case.updated', 'case.closed']
  await customer('POST', '/webhooks', { url: hook.url, events })
  const { paymentId } = (await pay(1000, { closeCase: true })).body
  await remove(paymentId, '?reopenCaseIfNeeded=true')
  const payment = { paymentId, amount: 1000, currency: 'EUR' }
  const told = () =>
    hook.received
      .map(({ text }) => JSON.parse(text))
      .toSorted(
        (a, b) => a.event.localeCompare(b.event) || a.data.newLifecycle?.localeCompare(b.data.newLifecycle),
      )
      .map(({ event, data }) => ({ event, data }))
  await expect.poll(() => hook.received.length).toBe(5)
  expect(told()).toMatchObject([
    { event: 'case.closed', data: { closeCode: 'Paid' } },
    { event: 'case.updated', data: { oldLifecycle: 'Closed', newLifecycle: 'Active' } },
    { event: 'case.updated', data: { oldLifecycle: 'Active', newLifecycle: 'Closed' } },
    { event: 'payment.created', data: payment },
    { event: 'payment.deleted', data: payment },
  ])
})

describe('a payment whose payout is invoiced', () => {
  test.each(['InvoiceIssued', 'PaymentReceived'] as const)('is a 422 once %s', async (platformInvoicing) => {
    const { sandbox, pay, edit, remove, listed } = await collecting()
    const { paymentId } = (await pay(100)).body
    sandbox.world().setPaymentStatus(paymentId, { platformInvoicing })
    for (const refused of [await edit(paymentId, 1), await remove(paymentId)]) {
      expect(refused).toMatchObject({ status: 422, body: { error: 'PayoutInvoiced' } })
    }
    expect(await listed()).toMatchObject([{ grossAmount: 100 }])
    sandbox.world().setPaymentStatus(paymentId, { platformInvoicing: 'InvoiceCredited' })
    expect((await remove(paymentId)).status).toBe(204)
  })

  test('is made by the sandbox’s control too', async () => {
    const { customer, pay, remove } = await collecting()
    const { paymentId } = (await pay(100)).body
    const status = (body: object, id = paymentId) =>
      customer('POST', `/_sandbox/worlds/default/payments/${id}/status`, body)
    expect((await status({ platformInvoicing: 'Sent' })).status).toBe(400)
    expect((await status({}, NOWHERE)).status).toBe(404)
    expect((await status({ platformInvoicing: 'InvoiceIssued' })).status).toBe(204)
    expect((await remove(paymentId)).status).toBe(422)
  })
})

describe('payments on a managed case', () => {
  async function managed(overrides: object = {}) {
    const sandbox = await started()
    const { partner } = callers(sandbox)
    const { id, reference } = (await partner('POST', '/managed-cases', managedClaim(overrides))).body
    const path = `/managed-cases/${id}/payments`
    const pay = (paymentAmount: number, body: object = {}) =>
      partner('POST', path, { date: '2026-02-01', paymentAmount, ...body })
    return { sandbox, partner, id, reference, path, pay }
  }

  test('go to the creditor as a whole', async () => {
    const { partner, id, reference, path, pay } = await managed()
    const { status, body } = await pay(100)
    expect(status).toBe(200)
    expect(body).toEqual({
      paymentId: expect.any(String),
      caseReference: reference,
      date: '2026-02-01T00:00:00.000Z',
      paymentAmount: 100,
      caseClosed: false,
      remainingAmount: 800,
    })
    expect((await partner('GET', path)).body).toMatchObject([{ grossAmount: 100, recipient: 'Creditor' }])
    expect((await partner('GET', `/managed-cases/${id}`)).body.remainder).toBe(800)
  })

  test('close the case where they settle it, and are refused where they are to and do not', async () => {
    const { partner, path, pay } = await managed()
    expect((await pay(899.99, { closeCase: true })).status).toBe(400)
    expect((await partner('GET', path)).body).toEqual([])
    expect((await pay(900, { closeCase: true })).body).toMatchObject({ caseClosed: true, remainingAmount: 0 })
  })

  test('are edited and deleted', async () => {
    const { partner, path, pay } = await managed()
    const { paymentId } = (await pay(900, { closeCase: true })).body
    const edited = { ...VIA_PARTNER, paymentAmount: 500 }
    expect((await partner('PUT', `${path}/${paymentId}`, edited)).status).toBe(409)
    const agreed = { ...edited, reopenCaseIfNeeded: true }
    expect((await partner('PUT', `${path}/${paymentId}`, agreed)).body.grossAmount).toBe(500)
    expect((await partner('DELETE', `${path}/${paymentId}`)).status).toBe(204)
    expect((await partner('DELETE', `${path}/${paymentId}`)).status).toBe(404)
  })

  test('are a 400 on a production case', async () => {
    const { partner, path, pay } = await managed({ isTest: false })
    expect(await pay(1)).toMatchObject({ status: 400, body: { error: 'NotATestCase' } })
    const body = { ...VIA_PARTNER, paymentAmount: 1 }
    expect((await partner('PUT', `${path}/${NOWHERE}`, body)).status).toBe(400)
    expect((await partner('DELETE', `${path}/${NOWHERE}`)).status).toBe(400)
    expect((await partner('GET', path)).status).toBe(200)
  })

  test.each([
    ['paymentAmount', { paymentAmount: 0 }],
    ['paymentAmount', { paymentAmount: 1e300 }],
    ['date', { date: '2026-13-01' }],
  ])('check %s', async (field, body) => {
    const { pay } = await managed()
    const answer = await pay(1, body)
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.body)).toEqual([field])
  })

  test('are not there for whoever does not manage it', async () => {
    const { sandbox, partner } = await managed()
    const { id } = sandbox.world().seedCase()
    expect((await partner('GET', `/managed-cases/${id}/payments`)).status).toBe(404)
  })
})
