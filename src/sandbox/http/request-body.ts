import type { Exchange } from './bindings.ts'
import { readText } from './read-text.ts'
import { refusal, unreadable } from './refusal.ts'

const JSON_TYPE = /^(application\/json|text\/json|application\/[^;,\s]+\+json)\s*(;|$)/i

/**
 * Reads a request's JSON. Takes every media type that Debitura publishes, each with an ordinary object; answers
 * `undefined` for an empty body.
 */
export async function readJson(c: Exchange): Promise<unknown> {
  const text = await readText(c)
  if (text.trim() === '') return undefined
  const type = c.req.header('content-type')
  if (type === undefined || !JSON_TYPE.test(type)) {
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
