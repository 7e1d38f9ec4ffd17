import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
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

/**
 * Sends an answer. Where there is a socket it is written to at once: a `Response` of Node's own costs more than the
 * rest of the request, and the adapter's faster one would replace the global class.
 */
export function send(
  c: Exchange,
  { status, text, headers, type = 'application/json; charset=utf-8' }: Answer,
): Response {
  const typed = text === '' ? headers : { 'Content-Type': type, ...headers }
  const outgoing = c.env?.outgoing
  if (outgoing === undefined) return new Response(text === '' ? null : text, { status, headers: typed })
  outgoing.writeHead(status, text === '' ? typed : { ...typed, 'Content-Length': Buffer.byteLength(text) })
  outgoing.end(text)
  return RESPONSE_ALREADY_SENT
}
