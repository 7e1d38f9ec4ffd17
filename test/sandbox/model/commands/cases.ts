import fc from 'fast-check'
import { expect } from 'vitest'
import { claim, managedClaim } from '../../payloads.ts'
import { command } from '../command.ts'
import { type ModelCase, type ModelWorld, type Owner, pathOf, picked, remaining } from '../model.ts'

const TAGS = ['suite-run-1', 'suite-run-2'] as const
const hundredths = fc.integer({ min: 1, max: 1_000_000 })

const choice = fc.record({
  principal: hundredths,
  tag: fc.constantFrom(...TAGS, undefined),
  isTest: fc.boolean(),
  which: fc.nat(),
})

function added(
  model: ModelWorld,
  known: Omit<ModelCase, 'fees' | 'payments' | 'deletedPayments' | 'chats' | 'closeCode'>,
): void {
  const record: ModelCase = {
    ...known,
    fees: 0,
    payments: new Map(),
    deletedPayments: [],
    chats: [],
    closeCode: null,
  }
  model.cases.set(record.id, record)
  model.announce(record, 'case.created', 'case.assigned')
}

export const submitCase = command({
  name: 'submit a case',
  choice,
  async act(model, { customer }, { principal, tag, isTest }) {
    const request = claim({ amountToRecover: principal / 100, isTest, tag })
    const { status, body } = await customer('POST', '/cases', request)
    expect(status).toBe(200)
    added(model, {
      id: body.id,
      owner: 'creditor',
      principal,
      tag,
      isTest,
      lifecycle: 'PendingVerificationInternal',
    })
  },
})

export const submitManagedCase = command({
  name: 'submit a managed case',
  choice,
  async act(model, { partner }, { principal, tag, isTest }) {
    const request = managedClaim({ amountToRecover: principal / 100, isTest, tag })
    const { status, body } = await partner('POST', '/managed-cases', request)
    expect(status).toBe(200)
    added(model, { id: body.id, owner: 'partner', principal, tag, isTest, lifecycle: 'PendingVerification' })
  },
})

export const submitClientsCase = command({
  name: "submit a client's case",
  choice: fc.record({ principal: hundredths, tag: fc.constantFrom(...TAGS), which: fc.nat() }),
  possible: ({ clients }) => clients.size > 0,
  async act(model, real, { principal, tag, which }) {
    const client = picked([...model.clients.values()], which)
    if (client === undefined) return
    const caller = await real.forClient(client.externalTenantId)
    const request = claim({ amountToRecover: principal / 100, tag, allowPendingContracts: true })
    const { status, body } = await caller('POST', '/cases', request)
    expect(status).toBe(200)
    added(model, {
      id: body.id,
      owner: `client ${client.externalTenantId}`,
      principal,
      tag,
      isTest: true,
      lifecycle: client.signed ? 'PendingVerificationInternal' : 'PendingContractSigning',
    })
  },
})

/** Activates a case in the model. */
function activated(model: ModelWorld, known: ModelCase): void {
  if (known.lifecycle === 'Active') return
  known.lifecycle = 'Active'
  model.announce(known, 'case.updated')
}

const CLOSED = { 'Closed:Paid': 'Paid', 'Closed:NoPayment': 'PreLegalExhaustedNoPayment' } as const

export const advanceCase = command({
  name: 'advance a case',
  choice: fc.record({
    to: fc.constantFrom('Active', 'Closed:Paid', 'Closed:NoPayment'),
    more: fc.integer({ min: -5_000, max: 5_000 }),
    which: fc.nat(),
  }),
  possible: ({ cases }) => cases.size > 0,
  async act(model, real, { to, more, which }) {
    const known = picked([...model.cases.values()], which)
    if (known === undefined) return
    const amount = Math.max(1, remaining(known) + more)
    const caller = await real.drivenBy(known.owner)
    const { status, body } = await caller('POST', `/test/cases/${known.id}/advance`, {
      to,
      amount: amount / 100,
    })
    const expected = foretold(known, to, amount)
    expect({ status, advanced: body.advanced }).toEqual(expected)
    if (expected.advanced !== true) return
    activated(model, known)
    if (to === 'Active') return
    if (to === 'Closed:Paid') {
      // The answer does not say the payment's id; the newest comes first.
      const payments = await caller('GET', `${pathOf(known)}/payments`)
      known.payments.set(payments.body[0].id, amount)
      model.announce(known, 'payment.created')
    }
    known.lifecycle = 'Closed'
    known.closeCode = CLOSED[to]
    model.announce(known, 'case.updated', 'case.closed')
  },
})

/** What the documentation says that advance answers. */
function foretold(known: ModelCase, to: 'Active' | keyof typeof CLOSED, amount: number) {
  const refused = { status: 400, advanced: undefined }
  if (!known.isTest) return refused
  if (known.lifecycle === 'Closed') {
    const asAsked = to === 'Active' || CLOSED[to] === known.closeCode
    return asAsked ? { status: 200, advanced: false } : refused
  }
  if (known.lifecycle === 'Active' && to === 'Active') return { status: 200, advanced: false }
  if (known.lifecycle === 'PendingContractSigning') return refused
  // Paid needs what is outstanding.
  if (to === 'Closed:Paid' && amount < remaining(known)) return refused
  return { status: 200, advanced: true }
}

export const deleteCase = command({
  name: 'delete a case',
  choice: fc.record({ which: fc.nat() }),
  possible: ({ cases }) => cases.size > 0,
  async act(model, real, { which }) {
    const known = picked([...model.cases.values()], which)
    if (known === undefined) return
    const caller = await real.drivenBy(known.owner)
    const { status } = await caller('DELETE', `/test/cases/${known.id}`)
    expect(status).toBe(known.isTest ? 204 : 400)
    if (known.isTest) model.remove(known)
  },
})

export const deleteCasesByTag = command({
  name: 'delete cases by tag',
  choice: fc.record({ tag: fc.constantFrom(...TAGS), which: fc.nat() }),
  async act(model, real, { tag, which }) {
    const clients = [...model.clients.keys()].map((tenant): Owner => `client ${tenant}`)
    const owner = picked<Owner>(['creditor', 'partner', ...clients], which) ?? 'creditor'
    const tagged = model.casesOf(owner).filter((known) => known.tag === tag)
    const caller = await real.drivenBy(owner)
    const { status } = await caller('DELETE', `/test/cases?tag=${tag}`)
    const allTests = tagged.every(({ isTest }) => isTest)
    expect(status).toBe(allTests ? 204 : 400)
    if (allTests) for (const known of tagged) model.remove(known)
  },
})
