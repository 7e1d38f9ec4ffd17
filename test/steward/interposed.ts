import type { ServerResponse } from 'node:http'
import { API_NAMES, type ApiName } from '../../src/contract/index.ts'
import type { Sandbox } from '../../src/sandbox/index.ts'
import { type MisbehavingServer, type Seen, serve } from '../debitura/misbehaving-server.ts'

/** A request on its way to the sandbox. */
export interface Passing extends Seen {
  readonly api: ApiName
  /** `POST /cases`, without the query. */
  readonly operation: string
  /** Has the sandbox carry it out, and passes its answer on. */
  pass(): Promise<void>
  /** Hangs up before anything was done. */
  drop(): void
  /** Has the sandbox carry it out, and loses its answer. */
  lose(): Promise<void>
  /** Has the sandbox carry it out, and answers with an error status all the same. */
  spoil(status: number): Promise<void>
  /** Has the sandbox carry it out, and gives no answer. */
  swallow(): Promise<void>
  /** Answers in the sandbox's place. */
  answer(status: number, body: unknown): void
  /** The answer of the sandbox, changed. */
  change(change: (body: Record<string, unknown>) => unknown): Promise<void>
}

/** Something on the way between a steward and a sandbox. */
export interface Interposed extends AsyncDisposable {
  readonly urls: Sandbox['urls']
  /** Operations that came by, in order. */
  readonly seen: readonly string[]
}

const FORWARDED = ['xapikey', 'authorization', 'content-type', 'idempotency-key']

/** Stands between a steward and a sandbox, and does with each request as the test says. */
export async function interpose(
  sandbox: Pick<Sandbox, 'urls'>,
  meddle: (passing: Passing) => void | Promise<void>,
): Promise<Interposed> {
  const seen: string[] = []
  const time: TheirTime = { date: undefined }
  const servers: [ApiName, MisbehavingServer][] = await Promise.all(
    API_NAMES.map(async (api) => {
      const server = await serve((response, one) => {
        const passing = passingOf(api, sandbox.urls[api], response, one, time)
        seen.push(passing.operation)
        return meddle(passing)
      })
      return [api, server] as [ApiName, MisbehavingServer]
    }),
  )
  return {
    // One server for each API.
    urls: Object.fromEntries(servers.map(([api, { url }]) => [api, url])) as Sandbox['urls'],
    seen,
    async [Symbol.asyncDispose]() {
      for (const [, server] of servers) await server[Symbol.asyncDispose]()
    },
  }
}

/** What the sandbox said last of its time: its clock may have been moved. */
interface TheirTime {
  date: string | undefined
}

function passingOf(
  api: ApiName,
  target: string,
  response: ServerResponse,
  seen: Seen,
  time: TheirTime,
): Passing {
  const { method, url, headers, body } = seen
  const carryOut = async () => {
    const answer = await fetch(`${target}${url}`, {
      method,
      redirect: 'manual',
      headers: FORWARDED.flatMap((name): [string, string][] => {
        const value = headers[name]
        return typeof value === 'string' ? [[name, value]] : []
      }),
      ...(body === '' ? {} : { body }),
    })
    time.date = answer.headers.get('date') ?? undefined
    return { status: answer.status, text: await answer.text() }
  }
  const reply = (status: number, text: string) => {
    const date = time.date === undefined ? {} : { date: time.date }
    response.writeHead(status, { 'content-type': 'application/json', ...date }).end(text)
  }
  return {
    ...seen,
    api,
    operation: `${method} ${url.replace(/\?.*/, '')}`,
    async pass() {
      try {
        const { status, text } = await carryOut()
        reply(status, text)
      } catch {
        // The sandbox hung up, as it was ordered to: so does this.
        response.socket?.destroy()
      }
    },
    drop: () => void response.socket?.destroy(),
    async lose() {
      await carryOut()
      response.socket?.destroy()
    },
    async spoil(status) {
      await carryOut()
      reply(status, '{}')
    },
    async swallow() {
      await carryOut()
    },
    answer: (status, given) => reply(status, JSON.stringify(given)),
    async change(change) {
      const { status, text } = await carryOut()
      reply(status, JSON.stringify(change(JSON.parse(text))))
    },
  }
}
