import fc from 'fast-check'
import { expect } from 'vitest'
import { COLLECTION_PARTNER_EVENTS, CUSTOMER_EVENTS } from '../../../../src/contract/words/index.ts'
import { command } from '../command.ts'
import { picked } from '../model.ts'

const EVENTS = { creditor: CUSTOMER_EVENTS, partner: COLLECTION_PARTNER_EVENTS }

export const subscribe = command({
  name: 'subscribe',
  choice: fc.record({ isTestMode: fc.boolean(), owner: fc.constantFrom('creditor', 'partner') }),
  async act(model, real, { isTestMode, owner }) {
    // The sandbox delivers to this machine only; what it cannot deliver is in the log all the same.
    const url = 'https://hooks.example.com/debitura'
    const caller = await real.drivenBy(owner)
    const { status, body } = await caller('POST', '/webhooks', { url, events: EVENTS[owner], isTestMode })
    expect(status).toBe(201)
    model.subscriptions.set(body.id, { id: body.id, owner, isTestMode })
  },
})

export const unsubscribe = command({
  name: 'unsubscribe',
  choice: fc.record({ which: fc.nat() }),
  possible: ({ subscriptions }) => subscriptions.size > 0,
  async act(model, real, { which }) {
    const subscription = picked([...model.subscriptions.values()], which)
    if (subscription === undefined) return
    const caller = await real.drivenBy(subscription.owner)
    const { status } = await caller('DELETE', `/webhooks/${subscription.id}`)
    expect(status).toBe(204)
    model.subscriptions.delete(subscription.id)
    model.removed.add(subscription.id)
  },
})
