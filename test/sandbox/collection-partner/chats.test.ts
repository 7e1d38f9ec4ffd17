import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'
import { managedClaim } from '../payloads.ts'

const FROM = { userEmail: 'ada@partner.example' }

async function managed() {
  let time = Date.parse('2026-06-17T08:00:00Z')
  const sandbox = await started({ now: () => new Date(time) })
  const { partner } = callers(sandbox)
  const { id } = (await partner('POST', '/managed-cases', managedClaim())).body
  const say = (message: string, key = 'once', caseId = id) =>
    partner('POST', `/cases/${caseId}/chats`, { message, ...FROM }, { 'Idempotency-Key': key })
  const read = async (): Promise<{ message: string }[]> => (await partner('GET', `/cases/${id}/chats`)).body
  const later = (hours: number) => {
    time += hours * 3_600_000
  }
  return { sandbox, partner, id, say, read, later }
}

test('start posts the welcome message, in the name of who starts', async () => {
  const { partner, id, read } = await managed()
  await partner('POST', `/cases/${id}/start`, { welcomeMessage: 'We have it.', ...FROM })
  expect(await read()).toMatchObject([{ role: 0, message: 'We have it.', user: { email: FROM.userEmail } }])
})

test.each([
  ['by a stranger', { userEmail: 'nobody@partner.example' }],
  ['for a stranger', { ...FROM, assignedUserEmail: 'nobody@partner.example' }],
  ['for an id that is nobody’s', { ...FROM, assignedUserId: '11111111-2222-4333-8444-555555555555' }],
  ['with a welcome that says nothing', { ...FROM, welcomeMessage: '' }],
])('start %s is a 400', async (_, body) => {
  const { partner, id, read } = await managed()
  const start = { welcomeMessage: 'We have it.', ...body }
  expect((await partner('POST', `/cases/${id}/start`, start)).status).toBe(400)
  expect(await read()).toEqual([])
})

describe('a message with a key', () => {
  test('is sent once', async () => {
    const { say, read } = await managed()
    const { body } = await say('Hello')
    expect((await say('Hello')).body).toEqual(body)
    expect(await read()).toHaveLength(1)
  })

  test('is another one where its text is another', async () => {
    const { say, read } = await managed()
    await say('Hello')
    expect((await say('Goodbye')).status).toBe(200)
    await say('Hello')
    expect((await read()).map(({ message }) => message)).toEqual(['Hello', 'Goodbye'])
  })

  test('is another one on another case', async () => {
    const { partner, say } = await managed()
    const { id: other } = (await partner('POST', '/managed-cases', managedClaim())).body
    const { body } = await say('Hello')
    expect((await say('Hello', 'once', other)).body.id).not.toBe(body.id)
  })

  test('is another one a day later', async () => {
    const { say, read, later } = await managed()
    await say('Hello')
    later(23.9)
    await say('Hello')
    expect(await read()).toHaveLength(1)
    later(0.2)
    await say('Hello')
    expect(await read()).toHaveLength(2)
    await say('Hello')
    expect(await read()).toHaveLength(2)
  })

  test('takes a key of 255 characters, and no longer one', async () => {
    const { say } = await managed()
    expect((await say('Hello', 'k'.repeat(255))).status).toBe(200)
    expect((await say('Hello', 'k'.repeat(256))).status).toBe(400)
  })
})

test('a case that is collected by nobody takes no message', async () => {
  const { sandbox, partner } = await managed()
  const { id } = sandbox.world().seedCase({ isTest: true })
  expect((await partner('GET', `/cases/${id}/chats`)).status).toBe(404)
  expect((await partner('POST', `/cases/${id}/chats`, { message: 'Hello', ...FROM })).status).toBe(404)
})
