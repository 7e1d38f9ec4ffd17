import type { Sandbox } from '../../../src/sandbox/index.ts'
import type { FuzzedRequest } from './request.ts'

/** Ids of things that exist, as answers told them: requests that are to hit something take theirs from here. */
export class KnownIds {
  readonly #ids: string[] = []
  #next = 0

  /** Notes every id that an answer tells, and forgets the oldest. */
  learn(text: string): void {
    for (const [, id = ''] of text.matchAll(/"(?:id|\w+Id)":"([^"\\]{1,60})"/g)) this.#ids.push(id)
    this.#ids.splice(0, Math.max(0, this.#ids.length - 200))
  }

  any(): string {
    this.#next += 7
    return this.#ids[this.#next % Math.max(1, this.#ids.length)] ?? 'acme'
  }
}

/** Puts a world's key, and ids of what it holds, where a request leaves room for them. */
export function filled(request: FuzzedRequest, key: string, ids: KnownIds): FuzzedRequest {
  return {
    ...request,
    path: request.path.replace(/<\w+>/g, () => encodeURIComponent(ids.any())),
    headers: request.headers.map(([name, value]) => [name, value.replace('<key>', key)]),
  }
}

/** Sends a request without a socket; `undefined` where fetch itself would not send it. */
export async function sent(
  sandbox: Sandbox,
  { api, method, path, headers, body }: FuzzedRequest,
): Promise<{ readonly status: number; readonly text: string } | undefined> {
  const bodiless = method === 'GET' || method === 'HEAD' || body === undefined
  let init: RequestInit
  try {
    init = { method, headers: new Headers(headers.map(([name, value]): [string, string] => [name, value])) }
    if (!bodiless) init.body = body
    new Request('http://localhost/', init)
  } catch {
    // A header that cannot be sent never reaches a server.
    return undefined
  }
  const response = await sandbox.request(api, path, init)
  return { status: response.status, text: await response.text() }
}
