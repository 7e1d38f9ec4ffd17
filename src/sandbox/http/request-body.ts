import type { Operation } from '../../contract/operations/index.ts'
import type { Upload } from '../../contract/shapes/index.ts'
import { FILE_MAX_BYTES } from '../../contract/words/index.ts'
import type { Exchange } from './bindings.ts'
import { isTooDeep } from './depth.ts'
import { readBytes } from './read-bytes.ts'
import { refusal, unreadable } from './refusal.ts'

const JSON_TYPE = /^(application\/json|text\/json|application\/[^;,\s]+\+json)\s*(;|$)/i
const FORM_TYPE = /^multipart\/form-data\s*;/i

const JSON_LIMIT_BYTES = 1_048_576

/** What the rest of a form may take besides its file. */
const FORM_LIMIT_BYTES = FILE_MAX_BYTES + JSON_LIMIT_BYTES

/** Reads what an operation takes: JSON, or a form with a file in it. Answers `undefined` for an empty body. */
export const readBody = (c: Exchange, { bodyType }: Operation): Promise<unknown> =>
  bodyType === 'multipart' ? readForm(c) : readJson(c)

/**
 * Reads a request's JSON. Takes every media type that Debitura publishes, each with an ordinary object; answers
 * `undefined` for an empty body.
 */
export async function readJson(c: Exchange): Promise<unknown> {
  const text = (await readBytes(c, JSON_LIMIT_BYTES)).toString()
  if (text.trim() === '') return undefined
  const type = c.req.header('content-type')
  if (type === undefined || !JSON_TYPE.test(type)) throw unsupported(type, 'application/json')
  if (isTooDeep(text)) throw unreadable('The JSON is nested too deep.')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error))
  }
}

/** Reads a form as an object: files as plain data, everything else as text. Of fields of one name the last counts. */
async function readForm(c: Exchange): Promise<unknown> {
  const bytes = await readBytes(c, FORM_LIMIT_BYTES)
  if (bytes.length === 0) return undefined
  const type = c.req.header('content-type')
  if (type === undefined || !FORM_TYPE.test(type)) throw unsupported(type, 'multipart/form-data')
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch((error: unknown) => {
      throw unreadable(error instanceof Error ? error.message : String(error))
    })
  const fields: Record<string, string | Upload> = {}
  for (const [name, value] of form) fields[name] = typeof value === 'string' ? value : await readFile(value)
  return fields
}

async function readFile(file: File): Promise<Upload> {
  const { name, type, size } = file
  if (size > FILE_MAX_BYTES)
    throw refusal(413, 'PayloadTooLarge', `The file is larger than ${FILE_MAX_BYTES} bytes.`)
  return { name, type, size, bytes: new Uint8Array(await file.arrayBuffer()) }
}

const unsupported = (type: string | undefined, wanted: string) =>
  refusal(415, 'UnsupportedMediaType', `The media type '${type ?? ''}' is not supported. Use ${wanted}.`)
