import fc from 'fast-check'
import { expect } from 'vitest'
import { CUSTOMER_EVENTS } from '../../../../src/contract/words/index.ts'
import { command } from '../command.ts'
import { picked } from '../model.ts'

export const subscribe = command({
  name: 'subscribe',
  choice: fc.record({ isTestMode: fc.boolean() }),
  async act(model, { customer }, { isTestMode }) {
    // The sandbox delivers to this machine only; what it cannot deliver is in the log all the same.
    const request = { url: 'https://hooks.example.com/debitura', events: CUSTOMER_EVENTS, isTestMode }
    const { status, body } = await customer('POST', '/webhooks', request)
    expect(status).toBe(201)
    model.subscriptions.set(body.id, { id: body.id, isTestMode })
  },
})

export const unsubscribe = command({
  name: 'unsubscribe',
  choice: fc.record({ which: fc.nat() }),
  possible: ({ subscriptions }) => subscriptions.size > 0,
  async act(model, { customer }, { which }) {
    const subscription = picked([...model.subscriptions.values()], which)
    if (subscription === undefined) return
    const { status } = await customer('DELETE', `/webhooks/${subscription.id}`)
    expect(status).toBe(204)
    model.subscriptions.delete(subscription.id)
    model.removed.add(subscription.id)
  },
})
