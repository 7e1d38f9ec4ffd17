import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'
import { managedClaim } from '../payloads.ts'

async function shared() {
  let time = Date.parse('2026-06-17T08:00:00Z')
  const sandbox = await started({ now: () => new Date(time) })
  const { customer, partner } = callers(sandbox)
  const { id, reference } = sandbox.world().seedCase()
  time += 3_600_000
  const add = (body: object) => partner('POST', `/cases/${id}/notes`, body)
  const timeline = async (caller = partner) => (await caller('GET', `/cases/${id}/timeline`)).body.items
  return { sandbox, customer, partner, id, reference, add, timeline }
}

test('a note stands in the timeline, for the creditor too', async () => {
  const { customer, partner, add, timeline, reference } = await shared()
  const [author] = (await partner('GET', '/users')).body.users
  expect(await add({ description: 'Called the debtor.' })).toMatchObject({
    status: 200,
    body: {
      caseReference: reference,
      title: 'Note',
      description: 'Called the debtor.',
      createdAt: '2026-06-17T09:00:00.000Z',
      eventDate: null,
      createdBy: { userName: author.name },
    },
  })
  expect((await timeline()).at(-1)).toMatchObject({
    date: '2026-06-17T09:00:00.000',
    type: 'Note',
    description: 'Called the debtor.',
    actor: { type: 'Partner user' },
  })
  expect(await timeline(customer)).toEqual(await timeline())
})

test('whoever notes with a key also closes with it', async () => {
  const { partner, id, add } = await shared()
  const { createdBy } = (await add({ description: 'Called the debtor.' })).body
  const { closedBy } = (await partner('POST', `/cases/${id}/close`, { closeCode: 'Other' })).body
  expect(closedBy).toEqual(createdBy)
})

test('a note about something earlier stands where it happened', async () => {
  const { add, timeline } = await shared()
  const { body } = await add({ description: 'Met the debtor.', eventDate: '2026-06-16' })
  expect(body.eventDate).toBe('2026-06-16T00:00:00.000Z')
  expect((await timeline())[0]).toMatchObject({ date: '2026-06-16T00:00:00.000', type: 'Note' })
})

describe('a note is refused with 400', () => {
  test.each([
    ['without text', {}],
    ['that says nothing', { description: '' }],
    ['of more than 10,000 characters', { description: 'x'.repeat(10_001) }],
    ['about the future', { description: 'Will call.', eventDate: '2026-06-17T09:00:01Z' }],
    ['about a day that there is not', { description: 'Called.', eventDate: '2026-02-31' }],
    ['about no day', { description: 'Called.', eventDate: 'yesterday' }],
  ])('%s', async (_, body) => {
    const { add, timeline } = await shared()
    const before = await timeline()
    expect((await add(body)).status).toBe(400)
    expect(await timeline()).toEqual(before)
  })
})

test('a case that the caller does not collect takes no note', async () => {
  const { sandbox, partner, id } = await shared()
  const unrouted = sandbox.world().seedCase({ isTest: true }).id
  const note = { description: 'Called.' }
  expect((await partner('POST', `/cases/${unrouted}/notes`, note)).status).toBe(404)
  expect((await callers(sandbox, 'other').partner('POST', `/cases/${id}/notes`, note)).status).toBe(404)
})

test('a managing partner reads timeline and chats of what it manages, and of nothing else', async () => {
  const { partner, id } = await shared()
  const managed = (await partner('POST', '/managed-cases', managedClaim())).body.id
  await partner('POST', `/cases/${managed}/start`, {
    welcomeMessage: 'Hello',
    userEmail: 'ada@partner.example',
  })
  for (const what of ['timeline', 'chats']) {
    const { status, body } = await partner('GET', `/managed-cases/${managed}/${what}`)
    expect({ status, body }).toEqual({
      status: 200,
      body: (await partner('GET', `/cases/${managed}/${what}`)).body,
    })
    expect((await partner('GET', `/managed-cases/${id}/${what}`)).status).toBe(404)
  }
})
