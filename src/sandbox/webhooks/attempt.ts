import { request as requestHttp } from 'node:http'
import { isLoopback } from '../options.ts'
import { signatureOf } from './signature.ts'

/** A receiver that takes longer has failed. @see docs.debitura.com/referral-partners/integration-guides/webhooks-best-practices */
const DELIVERY_TIMEOUT_MS = 10_000

/** What is to be delivered where. */
interface Parcel {
  readonly url: string
  readonly secret: string
  readonly event: string
  readonly payload: string
  /** When it is signed. */
  readonly signedAt: Date
}

/** How an attempt ended. `error` is in Debitura's words. */
export interface AttemptResult {
  readonly status: number | null
  readonly error: string | null
}

/**
 * Attempts one delivery. Never rejects: what goes wrong is the result.
 * @param beyondLoopback - whether hosts other than this machine are called at all
 */
export async function attempt(
  parcel: Parcel,
  beyondLoopback: boolean,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const url = new URL(parcel.url)
  if (!beyondLoopback && !isLoopback(url.hostname)) return unreachable
  // Most receivers in tests are plain http, so TLS is loaded for those alone that need it.
  const request = url.protocol === 'https:' ? (await import('node:https')).request : requestHttp
  const seconds = Math.floor(parcel.signedAt.getTime() / 1000)
  return await new Promise((resolve) => {
    const timeout = AbortSignal.timeout(DELIVERY_TIMEOUT_MS)
    const outgoing = request(url, {
      method: 'POST',
      // A connection of its own: a receiver can close at once, without waiting for ours to go idle.
      agent: false,
      signal: AbortSignal.any([timeout, signal]),
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(parcel.payload),
        'X-Debitura-Event': parcel.event,
        'X-Debitura-Timestamp': String(seconds),
        'X-Debitura-Signature': signatureOf(parcel.secret, seconds, parcel.payload),
      },
    })
    outgoing.on('response', (incoming) => {
      const { statusCode = 0, statusMessage = '' } = incoming
      const accepted = statusCode >= 200 && statusCode < 300
      incoming.resume()
      incoming.on('close', () =>
        resolve({ status: statusCode, error: accepted ? null : `HTTP ${statusCode}: ${statusMessage}` }),
      )
    })
    outgoing.on('error', (error) =>
      resolve({ status: null, error: timeout.aborted ? timedOut : reasonOf(error) }),
    )
    outgoing.end(parcel.payload)
  })
}

const unreachable: AttemptResult = { status: null, error: 'Cannot reach your endpoint' }
const timedOut = 'Request timed out after 10 seconds'

function reasonOf(error: Error & { readonly code?: string }): string {
  const code = error.code ?? ''
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code))
    return 'Cannot reach your endpoint'
  if (/CERT|SSL|TLS|SELF_SIGNED|EPROTO/.test(code)) return 'SSL/TLS certificate error'
  return `Network error: ${error.message}`
}
