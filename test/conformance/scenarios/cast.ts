import type { ApiName } from '../../../src/contract/words/index.ts'
import { type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import type { Answer, Call, Cast } from './story.ts'

/** Told of every answer that somebody gets. */
export type Witness = (api: ApiName, method: string, path: string, answer: Answer) => void

/** Puts together who acts in a story. */
export function castOf(sandbox: Sandbox, worldName: string, witness: Witness): Cast {
  const caller = (api: ApiName, headers: Readonly<Record<string, string>>) =>
    callerOf(sandbox, api, headers, witness)
  const key = { XApiKey: sandboxKey(worldName) }
  const referral = caller('referral-partner', key)
  return {
    sandbox,
    world: sandbox.world(worldName),
    customer: caller('customer', key),
    referral,
    partner: caller('collection-partner', key),
    client: async (externalTenantId) => {
      const { body } = await referral('POST', '/oauth/token', { externalTenantId })
      return caller('customer', { Authorization: `Bearer ${body.accessToken}` })
    },
  }
}

function callerOf(
  sandbox: Sandbox,
  api: ApiName,
  own: Readonly<Record<string, string>>,
  witness: Witness,
): Call {
  return async (method, path, body, headers = {}) => {
    const isForm = body instanceof FormData
    const response = await sandbox.request(api, path, {
      method,
      headers: {
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...own,
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const answer = { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
    witness(api, method, path.split('?')[0] ?? path, answer)
    return answer
  }
}
