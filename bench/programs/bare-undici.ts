import { Pool } from 'undici'

/** A case as the kit sends it, without its reference: that is another one each time. */
export interface BareCase {
  readonly origin: string
  readonly key: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Creates a case by undici and nothing else: the same bytes as the kit sends, the answer read and parsed. */
export function bareCreate({ origin, key, body }: BareCase): () => Promise<void> {
  const pool = new Pool(origin, { connections: 32, pipelining: 1 })
  return async () => {
    // As long as the kit's marker.
    const creditorReference = `sr-${globalThis.crypto.randomUUID().slice(0, 31)}`
    const { statusCode, body: answer } = await pool.request({
      method: 'POST',
      path: '/cases',
      headers: {
        XApiKey: key,
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'Idempotency-Key': creditorReference,
      },
      body: JSON.stringify({ ...body, creditorReference }),
    })
    await answer.json()
    if (statusCode >= 300) throw new Error(`POST /cases was answered ${statusCode}`)
  }
}
