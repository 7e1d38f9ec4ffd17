import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { attempt } from '../../../src/sandbox/webhooks/attempt.ts'
import { callers } from '../callers.ts'
import { receiver } from './receiver.ts'
import { listening, subscribe } from './subscribed.ts'

test.each(['/test', ':test'])(
  'a ping by %s sends a signed case.created, and says how it went',
  async (verb) => {
    const { customer, hook, id, secret } = await listening()
    const { status, body } = await customer('POST', `/webhooks/${id}${verb}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      success: true,
      httpStatusCode: 200,
      durationMs: expect.any(Number),
      errorMessage: null,
      errorCategory: null,
      testPayload: { event: 'case.created', specVersion: '1.0', data: { caseId: expect.any(String) } },
    })
    const [{ headers, text } = { headers: {}, text: '' }] = hook.received
    expect(JSON.parse(text)).toEqual(body.testPayload)
    const seconds = Math.floor(Date.parse(body.testPayload.timestamp) / 1000)
    const key = Buffer.from(secret, 'base64')
    const expected = createHmac('sha256', key).update(`${seconds}.${text}`).digest('hex')
    expect(headers).toMatchObject({
      'x-debitura-test': 'true',
      'x-debitura-event': 'case.created',
      'x-debitura-timestamp': String(seconds),
      'x-debitura-signature': `t=${seconds},v1=${expected}`,
    })
  },
)

test('a ping that fails is a success of the operation, and counts for nothing', async () => {
  const { customer, hook, id, subscription, log } = await listening({ status: 410 })
  const ping = async (webhook = id) => (await customer('POST', `/webhooks/${webhook}/test`)).body
  expect(await ping()).toMatchObject({
    success: false,
    httpStatusCode: 410,
    errorMessage: 'HTTP 410: Gone',
    errorCategory: 'HttpError',
  })
  expect((await subscription()).isActive).toBe(true)
  const { caseId } = JSON.parse(hook.received[0]?.text ?? '').data
  expect(await log(caseId)).toEqual([])
  hook.stop()
  expect(await ping()).toMatchObject({
    success: false,
    httpStatusCode: null,
    errorMessage: 'Cannot reach your endpoint',
    errorCategory: 'NetworkError',
  })
})

test('a ping is a 404 for a subscription that is not the caller’s', async () => {
  const { sandbox, id } = await listening()
  expect((await callers(sandbox, 'other').customer('POST', `/webhooks/${id}/test`)).status).toBe(404)
})

test('other requests go on while a ping waits', async () => {
  const { customer } = await listening()
  const silent = await receiver('silent')
  const { id } = await subscribe(customer, '/webhooks', { url: silent.url })
  const pinged = customer('POST', `/webhooks/${id}/test`)
  await silent.until(1)
  expect((await customer('GET', '/me')).status).toBe(200)
  silent.stop()
  expect((await pinged).body).toMatchObject({ success: false, errorCategory: 'NetworkError' })
})

test('a receiver that takes too long has failed', async () => {
  const silent = await receiver('silent')
  const parcel = {
    url: silent.url,
    secret: '',
    event: 'case.created',
    body: '{}',
    firedAt: new Date(),
    signedAt: new Date(),
    mark: null,
  }
  expect(await attempt(parcel, false, new AbortController().signal, 20)).toEqual({
    status: null,
    error: 'Request timed out after 10 seconds',
    category: 'TimeoutError',
  })
})
