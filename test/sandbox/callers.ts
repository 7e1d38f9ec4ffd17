import { onTestFinished } from 'vitest'
import type { ApiName } from '../../src/contract/words/index.ts'
import { createSandbox, type Sandbox, type SandboxOptions, sandboxKey } from '../../src/sandbox/index.ts'

/** An answer, read. A test says itself what it expects of the body. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every shape come through here, and tests look into all of them
  readonly body: any
}

/** Sends requests as one caller. A body that is no text is sent as JSON. */
export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>

/** A sandbox that is closed when the test ends. */
export async function started(options?: SandboxOptions): Promise<Sandbox> {
  const sandbox = await createSandbox(options)
  onTestFinished(() => sandbox.close())
  return sandbox
}

/** Sends requests without a socket, with the given headers. */
export function callerOf(sandbox: Sandbox, api: ApiName, own: Readonly<Record<string, string>>): Caller {
  return async (method, path, body, headers = {}) => {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await sandbox.request(api, path, {
      method,
      headers: { ...json, ...own, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : parsed(text),
    }
  }
}

function parsed(text: string): unknown {
  return text.startsWith('<') ? text : JSON.parse(text)
}

/** Callers of a world by key, one per API. */
export function callers(sandbox: Sandbox, world = 'default') {
  const headers = { XApiKey: sandboxKey(world) }
  return {
    customer: callerOf(sandbox, 'customer', headers),
    referral: callerOf(sandbox, 'referral-partner', headers),
    partner: callerOf(sandbox, 'collection-partner', headers),
  }
}

/** A caller of the Customer API on behalf of a client. */
export async function callerForClient(
  sandbox: Sandbox,
  externalTenantId: string,
  world = 'default',
): Promise<Caller> {
  const { body } = await callers(sandbox, world).referral('POST', '/oauth/token', { externalTenantId })
  return callerOf(sandbox, 'customer', { Authorization: `Bearer ${body.accessToken}` })
}
