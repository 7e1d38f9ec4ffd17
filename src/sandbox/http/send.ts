import type { ServerResponse } from 'node:http'
import type { Exchange } from './bindings.ts'

/** What is sent back, ready to be written. */
export interface Answer {
  readonly status: number
  /** JSON; empty where there is no body. */
  readonly text: string
  readonly headers?: Readonly<Record<string, string>>
  /** @default 'application/json; charset=utf-8' */
  readonly type?: string
}

const JSON_TYPE = 'application/json; charset=utf-8'

/** Hono wants a `Response` back; where the socket has the answer already, nobody looks into it. */
const SENT = new Response(null)

/** Sends an answer: to the socket where there is one, and as a `Response` where there is none. */
export function send(c: Exchange, answer: Answer): Response {
  const outgoing = c.env?.outgoing
  if (outgoing !== undefined) {
    writeTo(outgoing, answer)
    return SENT
  }
  const { status, text, headers, type = JSON_TYPE } = answer
  return new Response(text === '' ? null : text, {
    status,
    headers: text === '' ? headers : { 'Content-Type': type, ...headers },
  })
}

/** Writes an answer to a socket. */
export function writeTo(outgoing: ServerResponse, { status, text, headers, type = JSON_TYPE }: Answer): void {
  const described = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text), ...headers }
  const bodiless = status === 204 ? headers : { 'Content-Length': 0, ...headers }
  outgoing.writeHead(status, text === '' ? bodiless : described)
  outgoing.end(text)
}
