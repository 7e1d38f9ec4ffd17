import type { ServerResponse } from 'node:http'
import type { Exchange } from './bindings.ts'

/** What is sent back, ready to be written. */
export interface Answer {
  readonly status: number
  /** JSON; empty where there is no body. */
  readonly text: string
  /** What is sent in the place of text. */
  readonly bytes?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
  /** @default 'application/json; charset=utf-8' */
  readonly type?: string
}

export const JSON_TYPE = 'application/json; charset=utf-8'

/** Hono wants a `Response` back; where the socket has the answer already, nobody looks into it. */
export const SENT: Response = new Response(null)

/** Sends an answer: to the socket where there is one, and as a `Response` where there is none. */
export function send(c: Exchange, answer: Answer): Response {
  const outgoing = c.env?.outgoing
  if (outgoing !== undefined) {
    writeTo(outgoing, answer)
    return SENT
  }
  const { status, headers, type = JSON_TYPE } = answer
  const content = contentOf(answer)
  return new Response(content.length === 0 ? null : content, {
    status,
    headers: content.length === 0 ? headers : { 'Content-Type': type, ...headers },
  })
}

/** Writes an answer to a socket. */
export function writeTo(outgoing: ServerResponse, answer: Answer): void {
  const { status, headers, type = JSON_TYPE } = answer
  const content = contentOf(answer)
  const described = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(content), ...headers }
  const bodiless = status === 204 ? headers : { 'Content-Length': 0, ...headers }
  outgoing.writeHead(status, content.length === 0 ? bodiless : described)
  outgoing.end(content)
}

const contentOf = ({ text, bytes }: Answer): string | Uint8Array<ArrayBuffer> =>
  bytes === undefined ? text : new Uint8Array(bytes)
