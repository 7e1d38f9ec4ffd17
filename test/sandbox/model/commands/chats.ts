import fc from 'fast-check'
import { expect } from 'vitest'
import { command } from '../command.ts'
import { picked } from '../model.ts'

export const sendChat = command({
  name: 'send a chat',
  choice: fc.record({ message: fc.string({ minLength: 1, maxLength: 20 }), which: fc.nat() }),
  possible: (model) => model.casesOf('creditor').length + model.casesOf('partner').length > 0,
  async act(model, real, { message: drawn, which }) {
    const known = picked([...model.casesOf('creditor'), ...model.casesOf('partner')], which)
    if (known === undefined) return
    // A message may not be blank.
    const message = `"${drawn}"`
    const caller = await real.drivenBy(known.owner)
    const users = await caller('GET', '/users')
    const request = { message, userEmail: users.body.users[0].email }
    const { status } = await caller('POST', `/cases/${known.id}/chats`, request)
    expect(status).toBe(200)
    known.chats.push(message)
    model.announce(known, 'chat.created')
  },
})
