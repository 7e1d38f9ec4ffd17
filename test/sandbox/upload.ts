import type { ApiName } from '../../src/contract/words/index.ts'
import { type Sandbox, sandboxKey } from '../../src/sandbox/index.ts'
import type { Answer } from './callers.ts'

/** A file to upload. */
export const document = (
  name = 'invoice.pdf',
  content: string | Uint8Array<ArrayBuffer> = '%PDF',
  type = 'application/pdf',
) => new File([content], name, { type })

/** Sends a form, over a socket as a browser would. */
export async function upload(
  sandbox: Sandbox,
  api: ApiName,
  path: string,
  fields: Readonly<Record<string, string | File>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const response = await fetch(`${sandbox.urls[api]}${path}`, {
    method: 'POST',
    headers: { XApiKey: sandboxKey(), ...headers },
    body: form,
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  }
}
