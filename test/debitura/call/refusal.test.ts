import { describe, expect, it } from 'vitest'
import { collectionPartnerApi, customerApi } from '../../../src/contract/index.ts'
import { connect, createRedactor } from '../../../src/debitura/index.ts'
import { DebituraApiError } from '../../../src/errors/index.ts'
import { connectTo, failureOf, KEY } from '../debitura.ts'
import { json, serve } from '../misbehaving-server.ts'

const claim = { currencyCode: 'USD' }

async function refusal(status: number, body: unknown, credential: Parameters<typeof call>[1] = KEY) {
  await using server = await serve((response) => json(response, status, body))
  return await failureOf(call(server.url, credential))
}

async function call(
  url: string,
  credential: Parameters<ReturnType<typeof connect>['call']>[1]['credential'],
) {
  await using debitura = connectTo(url)
  return await debitura.call(customerApi.createCase, { credential, parameters: {}, body: claim })
}

it('says what Debitura said, and what to do', async () => {
  const businessErrors = [
    { type: 'NoPartnerAvailable', message: 'Nobody there.', solutionUrl: 'https://app.example/fix' },
  ]
  const error = await refusal(422, { businessErrors })
  expect(error).toBeInstanceOf(DebituraApiError)
  expect(error).toMatchObject({
    code: 'DBT_API_ERROR',
    status: 422,
    operation: 'POST /cases',
    type: 'NoPartnerAvailable',
    messages: ['Nobody there.'],
    solutionUrl: 'https://app.example/fix',
    body: JSON.stringify({ businessErrors }),
  })
  expect(error.message).toMatchInlineSnapshot(
    `"Failed to call POST /cases of the Customer API: Debitura answered 422 NoPartnerAvailable: Nobody there. No collection partner takes such a case; choose another debtor country, currency or amount. It can be put right at https://app.example/fix ."`,
  )
})

it('names the variable of the key on a 401', async () => {
  expect((await refusal(401, {})).message).toContain('DEBITURA_CUSTOMER_API_KEY')
})

it.each([
  ['message', { message: 'x'.repeat(50_000) }],
  ['list of messages', { Name: Array.from({ length: 5_000 }, (_, index) => `Wrong ${index}.`) }],
])('keeps a long %s short', async (_, body) => {
  const error = await refusal(400, body)
  expect(error.body).toHaveLength(2_048)
  expect(error.message.length).toBeLessThan(2_500)
})

it.each([400, 401, 403, 404, 408, 409, 413, 415, 422])(
  'sends a call that was refused with %d once',
  async (status) => {
    await using server = await serve((response) => json(response, status, {}))
    await using debitura = connectTo(server.url)
    const error = await failureOf(
      debitura.call(customerApi.listWebhooks, { credential: KEY, parameters: {} }),
    )
    expect(error).toMatchObject({ status })
    expect(server.seen).toHaveLength(1)
  },
)

describe('what is refused before anything is sent', () => {
  it.each(['', '  ', 'two words', 'line\nbreak', 'schlüssel'])('the key %j', async (key) => {
    await using server = await serve((response) => json(response, 200, {}))
    const error = await failureOf(call(server.url, { kind: 'key', key }))
    expect(error).toMatchObject({ code: 'DBT_MISSING_KEY' })
    expect(error.message).toContain('DEBITURA_CUSTOMER_API_KEY')
    expect(server.seen).toEqual([])
  })

  it('a delete by a blank tag', async () => {
    await using server = await serve((response) => void response.writeHead(204).end())
    await using debitura = connectTo(server.url)
    const request = { credential: KEY, parameters: {}, query: { tag: ' ' } }
    for (const operation of [customerApi.deleteTestCasesByTag, collectionPartnerApi.deleteTestCasesByTag]) {
      expect(await failureOf(debitura.call(operation, request))).toMatchObject({ code: 'DBT_INVALID_TAG' })
    }
    expect(server.seen).toEqual([])
  })

  it.each(['', 'x'.repeat(256), 'a\r\nb'])('the idempotency key %j', async (idempotencyKey) => {
    await using server = await serve((response) => json(response, 200, {}))
    await using debitura = connectTo(server.url)
    const request = { credential: KEY, parameters: {}, body: claim, idempotencyKey }
    const error = await failureOf(debitura.call(customerApi.createCase, request))
    expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD' })
    expect(server.seen).toEqual([])
  })

  it('an API that the environment does not have', async () => {
    await using debitura = connect({ environment: 'test', urls: {}, redactor: createRedactor() })
    const call = debitura.call(collectionPartnerApi.getMe, { credential: KEY, parameters: {} })
    expect(await failureOf(call)).toMatchObject({
      code: 'DBT_SETTINGS',
      message: expect.stringContaining('`test`'),
    })
  })
})
