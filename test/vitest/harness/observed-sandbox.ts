import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { API_NAMES, type ApiName, KEY_VARIABLES, URL_VARIABLES } from '../../../src/contract/words/index.ts'
import { createSandbox, type SandboxOptions, sandboxKey, type WorldView } from '../../../src/sandbox/index.ts'

/** A request as it reached the sandbox, and the answer once there is one. */
export interface SeenRequest {
  readonly api: ApiName
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** The API key, or `Bearer` and a token. */
  readonly credential: string
  readonly body: string
  answer: string | undefined
}

/**
 * What stands between a request and the sandbox. Returning an answer keeps the request from it; `Response.error()` hangs
 * up instead of answering.
 */
export type Intercept = (request: SeenRequest) => Promise<Response | undefined> | Response | undefined

/** A sandbox that another process than the kit's hosts, and that tells what reached it. */
export interface ObservedSandbox extends AsyncDisposable {
  readonly urls: Readonly<Record<ApiName, string>>
  /** Every request so far, in order of arrival. */
  readonly seen: readonly SeenRequest[]
  world(name: string): WorldView
  /** Environment variables that point a run at a world. */
  variables(world: string, marker?: string): Record<string, string>
  /** From now on, `intercept` sees each request first. */
  intercept(intercept: Intercept): void
}

export async function observedSandbox(options?: SandboxOptions): Promise<ObservedSandbox> {
  const sandbox = await createSandbox(options)
  const seen: SeenRequest[] = []
  const intercepts: Intercept[] = []
  const answer = async (api: ApiName, incoming: IncomingMessage): Promise<Response> => {
    const request = await read(api, incoming)
    seen.push(request)
    for (const intercept of intercepts) {
      const instead = await intercept(request)
      if (instead) return instead
    }
    const { method, url = '/' } = incoming
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    const body = request.body === '' ? undefined : request.body
    const response = await sandbox.request(api, url, { method, headers, body })
    request.answer = await response.clone().text()
    return response
  }
  const servers = API_NAMES.map((api) =>
    createServer(async (incoming, outgoing) => {
      const response = await answer(api, incoming)
      if (response.type === 'error') return void outgoing.destroy()
      outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text())
    }),
  )
  const urls = Object.fromEntries(
    await Promise.all(
      servers.map(async (server, index) => [API_NAMES[index], await listen(server)] as const),
    ),
    // One server for each name.
  ) as Record<ApiName, string>
  return {
    urls,
    seen,
    world: (name) => sandbox.world(name),
    variables: (world, marker) =>
      Object.fromEntries(
        API_NAMES.flatMap((api) => [
          [URL_VARIABLES[api], urls[api]],
          [KEY_VARIABLES[api], sandboxKey(world, marker === undefined ? undefined : `${marker}-${api}`)],
        ]),
      ),
    intercept: (intercept) => void intercepts.push(intercept),
    async [Symbol.asyncDispose]() {
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
      }
      await sandbox.close()
    },
  }
}

async function read(api: ApiName, incoming: IncomingMessage): Promise<SeenRequest> {
  const { method = '', url = '/', headers } = incoming
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  return {
    api,
    method,
    path: pathname,
    query: searchParams,
    credential: headers.authorization ?? String(headers.xapikey ?? ''),
    body: await text(incoming),
    answer: undefined,
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}
