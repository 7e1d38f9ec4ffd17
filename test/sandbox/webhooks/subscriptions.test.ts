import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'
import { asRead } from './subscribed.ts'

const body = (overrides: object = {}) => ({
  url: 'https://example.com/hook',
  events: ['case.created'],
  ...overrides,
})

test('shows its secret once', async () => {
  const { customer } = callers(await started())
  const made = await customer('POST', '/webhooks', body({ isTestMode: true }))
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    isActive: true,
    isTestMode: true,
    disabledReason: null,
    events: ['case.created'],
  })
  expect(Buffer.from(made.body.secret, 'base64')).toHaveLength(32)
  const listed = await customer('GET', '/webhooks')
  expect(listed.body).toEqual([asRead(made.body)])
})

describe('the url', () => {
  test.each([
    'https://example.com/',
    'https://example.com:8443/x',
    'http://127.0.0.1:4000/',
    'http://localhost/',
    'https://[::1]:9/',
  ])('%s is taken', async (url) => {
    const { customer } = callers(await started())
    expect((await customer('POST', '/webhooks', body({ url }))).status).toBe(201)
  })

  test.each([
    'http://example.com/',
    'ftp://127.0.0.1/',
    'https://10.0.0.1/',
    'https://192.168.1.1/',
    'https://172.20.0.1/',
    'https://169.254.169.254/',
    'https://example.com:444/',
    'hook',
    '',
  ])("'%s' is refused", async (url) => {
    const { customer } = callers(await started())
    expect((await customer('POST', '/webhooks', body({ url }))).status).toBe(400)
  })
})

test.each([
  [{ events: [] }],
  [{ events: undefined }],
  [{ events: ['case.assigned'] }],
  [{ events: ['case.created', 'nonsense'] }],
  [{ url: `https://example.com/${'x'.repeat(1024)}` }],
])('%j is refused', async (overrides) => {
  const { customer } = callers(await started())
  expect((await customer('POST', '/webhooks', body(overrides))).status).toBe(400)
})

test('is deleted once, and by its owner alone', async () => {
  const sandbox = await started()
  const { customer } = callers(sandbox)
  const { id } = (await customer('POST', '/webhooks', body())).body
  expect((await callers(sandbox, 'other').customer('DELETE', `/webhooks/${id}`)).status).toBe(404)
  expect((await customer('DELETE', `/webhooks/${id}`)).status).toBe(204)
  expect((await customer('DELETE', `/webhooks/${id}`)).status).toBe(404)
})
