import { expect, test, vi } from 'vitest'
import { customerApi } from '../../../src/contract/operations/index.ts'
import { Debitura } from '../../../src/sandbox/debitura.ts'
import { createApi } from '../../../src/sandbox/http/api.ts'
import { Answered, implement } from '../../../src/sandbox/http/implement.ts'
import { Refusal } from '../../../src/sandbox/http/refusal.ts'
import { settingsFrom } from '../../../src/sandbox/options.ts'

const profile = { id: 'no uuid', companyName: 'x' }

/** Asks an API of one operation that answers what the test says. */
async function answered(answer: () => unknown, strict: boolean) {
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  // What a handler of the wrong type would do is what this test is about.
  const broken = implement(customerApi.getMe, answer as never)
  const api = createApi(new Debitura(settingsFrom({ strict })), [broken])
  const response = await api.request('/me', { headers: { XApiKey: 'sandbox-default' } })
  const printed = silenced.mock.calls.map((call) => call.map(String).join(' ')).join('\n')
  silenced.mockRestore()
  return { status: response.status, body: await response.json(), printed }
}

test.each([
  ['a body of the wrong shape', () => profile, /customer getMe answered 200.*id: Expected a UUID/s],
  ['a status that is not declared', () => new Answered(201, profile), /answered 201 out of contract/],
  [
    'a refusal of the wrong shape',
    () => {
      throw new Refusal(404, 'gone')
    },
    /answered 404 out of contract/,
  ],
  [
    'a failure',
    () => {
      throw new Error('the cause')
    },
    /the cause/,
  ],
])('%s answers 500, and only stderr hears why', async (_, answer, cause) => {
  const { status, body, printed } = await answered(answer, true)
  expect(status).toBe(500)
  expect(body).toEqual({
    businessErrors: [{ type: 'InternalServerError', message: expect.any(String), solutionUrl: null }],
  })
  expect(printed).toMatch(cause)
})

test('nothing is checked where strictness is off', async () => {
  expect(await answered(() => profile, false)).toMatchObject({ status: 200, body: profile })
})
