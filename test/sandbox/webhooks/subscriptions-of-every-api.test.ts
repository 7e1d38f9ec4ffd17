import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'
import { asRead } from './subscribed.ts'

const WANTED = { url: 'https://hooks.example.com/debitura', events: ['case.updated'] }
const NOBODY = '11111111-2222-4333-8444-555555555555'

const ACCOUNTS = [
  {
    who: 'customer',
    path: '/webhooks',
    update: 'PATCH',
    created: 201,
    own: 'chat.created',
    foreign: 'case.assigned',
  },
  {
    who: 'partner',
    path: '/webhooks',
    update: 'PUT',
    created: 201,
    own: 'case.assigned',
    foreign: 'case.created',
  },
  {
    who: 'referral',
    path: '/v1/Webhooks',
    update: 'PUT',
    created: 200,
    own: 'client.linked',
    foreign: 'payment.created',
  },
] as const

describe.each(ACCOUNTS)('of the $who API', ({ who, path, update, created, own, foreign }) => {
  const begun = async () => {
    const sandbox = await started({ now: () => new Date('2026-06-17T08:30:00Z') })
    const call = callers(sandbox)[who]
    const made = await call('POST', path, WANTED)
    return { sandbox, call, made, at: `${path}/${made.body.id}` }
  }

  test('are made, listed and read; the secret is shown once', async () => {
    const { call, made, at } = await begun()
    expect(made.status).toBe(created)
    expect(Buffer.from(made.body.secret, 'base64')).toHaveLength(32)
    const shown = asRead(made.body)
    expect((await call('GET', at)).body).toEqual(shown)
    expect((await call('GET', path)).body).toEqual([shown])
  })

  test('take the events of the API, and no others', async () => {
    const { call } = await begun()
    expect((await call('POST', path, { ...WANTED, events: [own] })).status).toBe(created)
    for (const events of [[foreign], [own, foreign], ['nonsense'], []]) {
      expect((await call('POST', path, { ...WANTED, events })).status).toBe(400)
    }
  })

  test('change in what is given, and in nothing else', async () => {
    const { sandbox, call, made, at } = await begun()
    await sandbox.world().clock.moveForward('1h')
    const changed = await call(update, at, { isTestMode: true, url: 'https://hooks.example.com/other' })
    expect(changed).toMatchObject({
      status: 200,
      body: {
        ...made.body,
        secret: null,
        isTestMode: true,
        url: 'https://hooks.example.com/other',
        updatedUtc: '2026-06-17T09:30:00.000Z',
      },
    })
    expect((await call(update, at, {})).body).toMatchObject({ isTestMode: true, isActive: true })
  })

  test('are disabled and enabled, and get a new secret, on demand', async () => {
    const { call, made, at } = await begun()
    const off = await call(update, at, { isActive: false })
    expect(off.body).toMatchObject({ isActive: false, disabledReason: null, secret: null })
    expect((await call(update, at, { isActive: true })).body).toMatchObject({ isActive: true })
    const { secret } = (await call(update, at, { regenerateSecret: true })).body
    expect(Buffer.from(secret, 'base64')).toHaveLength(32)
    expect(secret).not.toBe(made.body.secret)
    expect((await call('GET', at)).body.secret).toBeNull()
  })

  test('keep what they are when a change is refused', async () => {
    const { call, made, at } = await begun()
    for (const url of ['http://example.com/', 'https://10.0.0.1/', `https://e.com/${'x'.repeat(1024)}`, '']) {
      expect((await call(update, at, { url, isTestMode: true })).status).toBe(400)
    }
    expect((await call(update, at, { events: [foreign] })).status).toBe(400)
    expect((await call('GET', at)).body).toEqual(asRead(made.body))
  })

  test('are their owner’s alone', async () => {
    const { sandbox, call, at } = await begun()
    const other = callers(sandbox, 'other')[who]
    for (const [caller, where] of [
      [other, at],
      [call, `${path}/${NOBODY}`],
    ] as const) {
      expect((await caller('GET', where)).status).toBe(404)
      expect((await caller(update, where, { isActive: false })).status).toBe(404)
      expect((await caller('DELETE', where)).status).toBe(404)
    }
    expect((await call('GET', at)).body.isActive).toBe(true)
    expect((await call('DELETE', at)).status).toBe(204)
    expect((await call('GET', at)).status).toBe(404)
  })
})

test('accounts of one world do not see each other’s subscriptions', async () => {
  const { customer, partner, referral } = callers(await started())
  const { id } = (await customer('POST', '/webhooks', WANTED)).body
  expect((await partner('GET', `/webhooks/${id}`)).status).toBe(404)
  expect((await referral('GET', `/v1/webhooks/${id}`)).status).toBe(404)
  expect((await partner('GET', '/webhooks')).body).toEqual([])
})

test('a client cannot change its events; partners can', async () => {
  const { customer, partner, referral } = callers(await started())
  const events = ['case.closed', 'case.closed']
  const own = (await customer('POST', '/webhooks', WANTED)).body.id
  expect((await customer('PATCH', `/webhooks/${own}`, { events })).status).toBe(400)
  for (const [call, path] of [
    [partner, '/webhooks'],
    [referral, '/v1/Webhooks'],
  ] as const) {
    const { id } = (await call('POST', path, WANTED)).body
    expect((await call('PUT', `${path}/${id}`, { events })).body.events).toEqual(['case.closed'])
    expect((await call('PUT', `${path}/${id}`, { events: [] })).status).toBe(400)
  }
})
