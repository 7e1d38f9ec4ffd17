import fc from 'fast-check'
import { expect } from 'vitest'
import { command } from '../command.ts'
import { type ModelCase, type ModelWorld, picked, remaining } from '../model.ts'

const DATE = '2026-02-01'

/** Amounts that come near to what is owed, as often as not. */
const choice = fc.record({
  amount: fc.integer({ min: 1, max: 400_000 }),
  settles: fc.boolean(),
  closeCase: fc.boolean(),
  which: fc.nat(),
})
const anyManagedCase = (model: ModelWorld) => model.casesOf('partner').length > 0

function closePaid(model: ModelWorld, known: ModelCase): void {
  known.lifecycle = 'Closed'
  known.closeCode = 'Paid'
  model.announce(known, 'case.updated', 'case.closed')
}

export const startCase = command({
  name: 'start a case',
  choice: fc.record({ which: fc.nat() }),
  possible: anyManagedCase,
  async act(model, { partner }, { which }) {
    const known = picked(model.casesOf('partner'), which)
    if (known === undefined) return
    const users = await partner('GET', '/users')
    const request = { welcomeMessage: 'Welcome', userEmail: users.body.users[0].email }
    const { status } = await partner('POST', `/cases/${known.id}/start`, request)
    expect(status).toBe(known.lifecycle === 'PendingVerification' ? 200 : 400)
    if (status !== 200) return
    known.lifecycle = 'Active'
    known.chats.push('Welcome')
    model.announce(known, 'case.updated', 'chat.created')
  },
})

export const recordPayment = command({
  name: 'record a payment',
  choice,
  possible: anyManagedCase,
  async act(model, { partner }, { amount: drawn, settles, closeCase, which }) {
    const known = picked(model.casesOf('partner'), which)
    if (known === undefined) return
    const amount = settles ? Math.max(1, remaining(known)) : drawn
    const request = {
      date: DATE,
      paymentAmount: amount / 100,
      paymentRecipient: 'CollectionPartner',
      closeCase,
    }
    const { status, body } = await partner('POST', `/cases/${known.id}/payments`, request)
    expect(status).toBe(200)
    known.payments.set(body.paymentId, amount)
    model.announce(known, 'payment.created')
    // A payment that leaves something open is recorded without an error, and closes nothing.
    const closes = closeCase && remaining(known) <= 0 && known.lifecycle !== 'Closed'
    expect(body).toMatchObject({ caseClosed: closes, remainingAmount: remaining(known) / 100 })
    if (closes) closePaid(model, known)
  },
})

export const recordManagedPayment = command({
  name: 'record a payment on a managed case',
  choice,
  possible: anyManagedCase,
  async act(model, { partner }, { amount: drawn, settles, closeCase, which }) {
    const known = picked(model.casesOf('partner'), which)
    if (known === undefined) return
    const amount = settles ? Math.max(1, remaining(known)) : drawn
    const request = { date: DATE, paymentAmount: amount / 100, closeCase }
    const { status, body } = await partner('POST', `/managed-cases/${known.id}/payments`, request)
    const isTooLittle = closeCase && amount < remaining(known)
    const isTaken = known.isTest && !isTooLittle
    expect(status).toBe(isTaken ? 200 : 400)
    if (!isTaken) return
    known.payments.set(body.paymentId, amount)
    model.announce(known, 'payment.created')
    if (closeCase && known.lifecycle !== 'Closed') closePaid(model, known)
  },
})

/** Whether less paid would open a case again that is closed as paid. */
const opensAgain = (known: ModelCase, less: number) =>
  known.closeCode === 'Paid' && less > 0 && remaining(known) + less > 0

function openAgain(model: ModelWorld, known: ModelCase): void {
  known.lifecycle = 'Active'
  known.closeCode = null
  model.announce(known, 'case.updated')
}

const change = fc.record({
  amount: fc.integer({ min: 1, max: 400_000 }),
  agrees: fc.boolean(),
  which: fc.nat(),
})
const paidCases = (model: ModelWorld) => model.casesOf('partner').filter(({ payments }) => payments.size > 0)

export const editPayment = command({
  name: 'edit a payment',
  choice: change,
  possible: (model) => paidCases(model).length > 0,
  async act(model, { partner }, { amount, agrees, which }) {
    const known = picked(paidCases(model), which)
    const [paymentId, before] = picked([...(known?.payments ?? [])], which) ?? ['', 0]
    if (known === undefined) return
    const opens = opensAgain(known, before - amount)
    const { status } = await partner('PUT', `/cases/${known.id}/payments/${paymentId}`, {
      date: DATE,
      paymentAmount: amount / 100,
      paymentRecipient: 'CollectionPartner',
      reopenCaseIfNeeded: agrees,
    })
    expect(status).toBe(opens && !agrees ? 409 : 200)
    if (opens && !agrees) return
    known.payments.set(paymentId, amount)
    if (opens) openAgain(model, known)
  },
})

export const deletePayment = command({
  name: 'delete a payment',
  choice: change,
  possible: (model) => paidCases(model).length > 0,
  async act(model, { partner }, { agrees, which }) {
    const known = picked(paidCases(model), which)
    const [paymentId, amount] = picked([...(known?.payments ?? [])], which) ?? ['', 0]
    if (known === undefined) return
    const opens = opensAgain(known, amount)
    const path = `/cases/${known.id}/payments/${paymentId}?reopenCaseIfNeeded=${agrees}`
    const { status } = await partner('DELETE', path)
    expect(status).toBe(opens && !agrees ? 409 : 204)
    if (opens && !agrees) return
    known.payments.delete(paymentId)
    known.deletedPayments.push(paymentId)
    model.announce(known, 'payment.deleted')
    if (opens) openAgain(model, known)
  },
})
