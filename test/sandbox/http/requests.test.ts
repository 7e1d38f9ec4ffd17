import { describe, expect, test } from 'vitest'
import { sandboxKey } from '../../../src/sandbox/index.ts'
import { callers, started } from '../callers.ts'
import { applicant, claim } from '../payloads.ts'

const apiError = (type: string) => ({
  error: type,
  message: expect.any(String),
  businessErrors: [{ type, message: expect.any(String), solutionUrl: null }],
})

describe('paths', () => {
  test('an unknown path is a 404', async () => {
    const { customer } = callers(await started())
    expect(await customer('GET', '/nothing/here')).toMatchObject({ status: 404, body: apiError('NotFound') })
  })

  test('a known path with another method is a 405 that names the methods', async () => {
    const { customer } = callers(await started())
    const { status, headers, body } = await customer('PUT', '/cases')
    expect([status, headers.get('allow')]).toEqual([405, 'POST, GET'])
    expect(body).toEqual(apiError('MethodNotAllowed'))
  })

  test('segments match in any case', async () => {
    const { customer } = callers(await started())
    const { body } = await customer('POST', '/Cases', claim())
    expect((await customer('POST', `/TEST/cases/${body.id}/Advance`, { to: 'Active' })).status).toBe(200)
  })

  test('an escaped slash stays inside its parameter', async () => {
    const { customer, referral } = callers(await started())
    await customer('POST', '/cases', claim({ creditorReference: 'a/b c?%2F' }))
    const found = await customer('GET', `/cases/by-creditor-reference/${encodeURIComponent('a/b c?%2F')}`)
    expect(found.body.creditorReference).toBe('a/b c?%2F')
    await referral('POST', '/clients', applicant('t', { externalTenantId: 'Ø/1' }))
    expect((await referral('GET', `/clients/${encodeURIComponent('Ø/1')}`)).status).toBe(200)
  })

  test('an id that is no UUID is unreadable', async () => {
    const { customer } = callers(await started())
    expect(await customer('GET', '/cases/17')).toMatchObject({
      status: 400,
      body: { title: expect.any(String), status: 400 },
    })
    expect((await customer('DELETE', '/webhooks/17')).status).toBe(404)
  })
})

describe('bodies', () => {
  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'text/json',
    'application/json-patch+json',
    'application/vnd.api+json',
    'APPLICATION/JSON',
  ])('%s is read', async (type) => {
    const { customer } = callers(await started())
    expect((await customer('POST', '/cases', claim(), { 'content-type': type })).status).toBe(200)
  })

  test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    '%s is a 415',
    async (type) => {
      const { customer } = callers(await started())
      const answer = await customer('POST', '/cases', claim(), { 'content-type': type })
      expect(answer).toMatchObject({ status: 415, body: apiError('UnsupportedMediaType') })
    },
  )

  test.each(['{', '{"currencyCode":}', 'null', '', '[]', '"text"', '17'])(
    "'%s' is unreadable: 400",
    async (body) => {
      const { customer } = callers(await started())
      const answer = await customer('POST', '/cases', body)
      expect(answer).toMatchObject({
        status: 400,
        body: { status: 400, title: expect.any(String), detail: expect.any(String) },
      })
    },
  )

  test('a missing body of the Referral Partner API is refused in its documented words', async () => {
    const { referral } = callers(await started())
    expect(await referral('POST', '/clients', 'null')).toMatchObject({
      status: 400,
      body: { message: 'Request cannot be null' },
    })
  })

  test.each([
    ['amountToRecover', '12'],
    ['isTest', 'yes'],
    ['date', 'yesterday'],
    ['creditorDivisionId', '17'],
    ['debtor', 'Acme'],
  ])('a value of the wrong type for %s is unreadable', async (field, value) => {
    const { customer } = callers(await started())
    const { status, body } = await customer('POST', '/cases', claim({ [field]: value }))
    expect(status).toBe(400)
    expect(body).toMatchObject({ status: 400, detail: expect.stringContaining(field) as string })
  })

  test('names of properties are read in any case', async () => {
    const { referral } = callers(await started())
    await referral('POST', '/clients', applicant('T-1'))
    expect((await referral('POST', '/oauth/token', { ExternalTenantId: 'T-1' })).status).toBe(200)
  })

  test('more than a megabyte is a 413, announced or not', async () => {
    const sandbox = await started()
    const headers = { XApiKey: sandboxKey(), 'content-type': 'application/json' }
    const url = `${sandbox.urls.customer}/cases`
    const body = JSON.stringify(claim({ comments: 'x'.repeat(1_048_576) }))
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(413)
    const stream = new Blob([body]).stream()
    const chunked = await fetch(url, { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit)
    expect(chunked.status).toBe(413)
    expect((await sandbox.request('customer', '/cases', { method: 'POST', headers, body })).status).toBe(413)
  })

  test('a body in chunks is read like any other', async () => {
    const sandbox = await started()
    const response = await fetch(`${sandbox.urls.customer}/cases`, {
      method: 'POST',
      headers: { XApiKey: sandboxKey(), 'content-type': 'application/json' },
      body: new Blob([JSON.stringify(claim())]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(200)
  })
})
