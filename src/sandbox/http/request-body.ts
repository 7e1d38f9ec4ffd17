import { refusal, unreadable } from './refusal.ts'

/** A larger body is refused with 413. */
export const BODY_LIMIT_BYTES = 1_048_576

const JSON_TYPE = /^(application\/json|text\/json|application\/(?:[^;,\s]+\+)json)\s*(;|$)/i

const tooLarge = () => refusal(413, 'PayloadTooLarge', `The body is larger than ${BODY_LIMIT_BYTES} bytes.`)

/**
 * Reads a request's JSON. Takes every media type that Debitura publishes, each with an ordinary object; answers
 * `undefined` for an empty body.
 */
export async function readJson(request: Request): Promise<unknown> {
  const { headers } = request
  const announced = headers.get('content-length')
  if (announced !== null && Number(announced) > BODY_LIMIT_BYTES) throw tooLarge()
  // Text is read at once where its length is known: the stream costs several times as much.
  const text = announced === null ? await readStream(request) : await request.text()
  if (text.trim() === '') return undefined
  const type = headers.get('content-type')
  if (type === null || !JSON_TYPE.test(type)) {
    throw refusal(
      415,
      'UnsupportedMediaType',
      `The media type '${type ?? ''}' is not supported. Use application/json.`,
    )
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error))
  }
}

async function readStream(request: Request): Promise<string> {
  if (request.body === null) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  // Node's streams can be iterated, though the DOM's types do not say so.
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > BODY_LIMIT_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
