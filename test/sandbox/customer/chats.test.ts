import { describe, expect, test } from 'vitest'
import type { SandboxOptions } from '../../../src/sandbox/index.ts'
import { callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'
import { receiver } from '../webhooks/receiver.ts'

const FROM = { userEmail: 'clara@creditor.example' }
const UNKNOWN = '11111111-2222-4333-8444-555555555555'

/** A real case, which creditor and collection partner both see. */
async function shared(options?: SandboxOptions) {
  const sandbox = await started(options)
  const { customer, partner } = callers(sandbox)
  const { id } = sandbox.world().seedCase()
  const say = (body: object) => customer('POST', `/cases/${id}/chats`, { message: 'Hello', ...body })
  const answer = (message: string) =>
    partner('POST', `/cases/${id}/chats`, { message, userEmail: 'ada@partner.example' })
  const read = async (caller = customer) => (await caller('GET', `/cases/${id}/chats`)).body
  return { sandbox, customer, partner, id, say, answer, read }
}

test('a message is read by both sides, oldest first', async () => {
  const { partner, say, answer, read } = await shared()
  expect(await read()).toEqual([])
  const { status, body } = await say({ ...FROM, message: 'Any news?' })
  expect({ status, body }).toMatchObject({
    status: 200,
    body: {
      role: 1,
      roleLabel: 'Creditor',
      message: 'Any news?',
      isSeen: false,
      user: { id: expect.any(Number), firstName: 'Clara', lastName: 'Creditor', email: FROM.userEmail },
    },
  })
  expect(body.dateCreated).toMatch(/Z$/)
  await answer('They promised to pay.')
  expect(await read()).toMatchObject([
    { id: body.id, role: 1, isSeen: true, dateCreated: body.dateCreated.slice(0, -1) },
    { role: 0, roleLabel: 'Partner', message: 'They promised to pay.', isSeen: false },
  ])
  expect(await read(partner)).toEqual(await read())
})

test('a person is named by address in any case, or by id, and the address decides', async () => {
  const { customer, say } = await shared()
  const [, carl] = (await customer('GET', '/users')).body.users
  const author = async (body: object) => (await say(body)).body.user?.email
  expect(await author({ userEmail: 'CLARA@creditor.example' })).toBe('clara@creditor.example')
  expect(await author({ userId: carl.id.toUpperCase() })).toBe('carl@creditor.example')
  expect(await author({ userId: carl.id, ...FROM })).toBe('clara@creditor.example')
})

describe('a message is refused with 400', () => {
  test.each([
    ['without a person', {}, 'MissingUserIdentifier'],
    ['of somebody who is not of the team', { userEmail: 'ada@partner.example' }, 'InvalidUserEmail'],
    ['by an id that is nobody’s', { userId: UNKNOWN }, 'InvalidUserId'],
  ])('%s', async (_, body, error) => {
    const { say, read } = await shared()
    expect(await say(body)).toMatchObject({ status: 400, body: { error } })
    expect(await read()).toEqual([])
  })

  test.each([
    ['that says nothing', { ...FROM, message: ' ' }],
    ['of more than 10,000 characters', { ...FROM, message: 'x'.repeat(10_001) }],
    ['without text', { ...FROM, message: null }],
    ['by an address that is none', { userEmail: 'clara' }],
    ['by an id that is none', { userId: 'clara' }],
  ])('%s', async (_, body) => {
    const { say, read } = await shared()
    expect((await say(body)).status).toBe(400)
    expect(await read()).toEqual([])
  })
})

test('a message may have 10,000 characters', async () => {
  const { say } = await shared()
  expect((await say({ ...FROM, message: 'x'.repeat(10_000) })).status).toBe(200)
})

test('another account’s case has no messages, and takes none', async () => {
  const { sandbox, id } = await shared()
  sandbox.world().seedClient({ externalTenantId: 't' })
  for (const other of [callers(sandbox, 'other').customer, await callerForClient(sandbox, 't')]) {
    expect((await other('GET', `/cases/${id}/chats`)).status).toBe(404)
    expect((await other('POST', `/cases/${id}/chats`, { message: 'Hello', ...FROM })).status).toBe(404)
  }
})

test('subscribers hear of a message', async () => {
  const { customer } = await shared()
  const hook = await receiver()
  await customer('POST', '/webhooks', { url: hook.url, events: ['chat.created'], isTestMode: true })
  const { id, reference } = (await customer('POST', '/cases', claim())).body
  const { body: chat } = await customer('POST', `/cases/${id}/chats`, { message: 'Hello', ...FROM })
  const [delivery] = await hook.until(1)
  expect(JSON.parse(delivery?.text ?? '')).toMatchObject({
    event: 'chat.created',
    data: { caseId: id, reference, chatId: chat.id, message: 'Hello' },
  })
})

test('messages go with their case', async () => {
  const { customer } = await shared()
  const { id } = (await customer('POST', '/cases', claim())).body
  await customer('POST', `/cases/${id}/chats`, { message: 'Hello', ...FROM })
  await customer('DELETE', `/test/cases/${id}`)
  expect((await customer('GET', `/cases/${id}/chats`)).status).toBe(404)
})
