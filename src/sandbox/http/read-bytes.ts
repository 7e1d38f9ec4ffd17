import type { IncomingMessage } from 'node:http'
import type { Exchange } from './bindings.ts'
import { refusal } from './refusal.ts'

/** Nobody is left to answer, and nothing went wrong here. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone'

  constructor(options?: ErrorOptions) {
    super('The caller closed the connection before the end of the body', options)
  }
}

const tooLarge = (limit: number) => refusal(413, 'PayloadTooLarge', `The body is larger than ${limit} bytes.`)

/** Reads a request's body, and stops at a limit in bytes: 413. */
export async function readBytes(c: Exchange, limit: number): Promise<Buffer> {
  const incoming = c.env?.incoming
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge(limit)
  if (incoming !== undefined) return await readIncoming(incoming, limit)
  const bytes = Buffer.from(await c.req.raw.arrayBuffer())
  if (bytes.length > limit) throw tooLarge(limit)
  return bytes
}

/** Node's own stream, read without the layers of a `Request`: those cost more than the rest of the request. */
function readIncoming(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Whoever waited before reading may have come too late.
    if (incoming.destroyed) reject(new CallerGone())
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) reject(tooLarge(limit))
      else chunks.push(chunk)
    })
    incoming.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    incoming.on('error', (cause) => reject(new CallerGone({ cause })))
    incoming.on('close', () => {
      // Every request closes in the end; what matters is one that did before its body was through.
      if (!incoming.complete) reject(new CallerGone())
    })
  })
}
