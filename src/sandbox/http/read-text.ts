import type { IncomingMessage } from 'node:http'
import type { Exchange } from './bindings.ts'
import { refusal } from './refusal.ts'

/** A larger body is refused with 413. */
const BODY_LIMIT_BYTES = 1_048_576

/** Nobody is left to answer, and nothing went wrong here. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone'

  constructor(options?: ErrorOptions) {
    super('The caller closed the connection before the end of the body', options)
  }
}

const tooLarge = () => refusal(413, 'PayloadTooLarge', `The body is larger than ${BODY_LIMIT_BYTES} bytes.`)

/** Reads a request's body as text, and stops at the limit. */
export async function readText(c: Exchange): Promise<string> {
  const incoming = c.env?.incoming
  if (Number(c.req.header('content-length') ?? 0) > BODY_LIMIT_BYTES) throw tooLarge()
  const text = incoming === undefined ? await c.req.raw.text() : await readIncoming(incoming)
  if (text.length > BODY_LIMIT_BYTES) throw tooLarge()
  return text
}

/** Node's own stream, read without the layers of a `Request`: those cost more than the rest of the request. */
function readIncoming(incoming: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > BODY_LIMIT_BYTES) reject(tooLarge())
      else chunks.push(chunk)
    })
    incoming.on('end', () =>
      resolve((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString() ?? ''),
    )
    incoming.on('error', (cause) => reject(new CallerGone({ cause })))
    incoming.on('close', () => {
      // Every request closes in the end; what matters is one that did before its body was through.
      if (!incoming.complete) reject(new CallerGone())
    })
  })
}
