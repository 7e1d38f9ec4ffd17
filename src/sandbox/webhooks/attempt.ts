import { type IncomingMessage, request as requestHttp } from 'node:http'
import { type Delivered, deliveryHeaders } from '../../webhooks/delivery-headers.ts'
import { isLoopback } from '../loopback.ts'

/** A receiver that takes longer has failed. @see docs.debitura.com/referral-partners/integration-guides/webhooks-best-practices */
const DELIVERY_TIMEOUT_MS = 10_000

/** What is to be delivered where. */
interface Parcel extends Delivered {
  readonly url: string
}

/** What went wrong, in Debitura's words. @see Customer API, `POST /webhooks/{id}/test` */
type ErrorCategory = 'TimeoutError' | 'NetworkError' | 'SslError' | 'HttpError' | 'UnknownError'

/** How an attempt ended. `error` is in Debitura's words. */
export interface AttemptResult {
  readonly status: number | null
  readonly error: string | null
  readonly category: ErrorCategory | null
}

/**
 * Attempts one delivery. Never rejects: what goes wrong is the result.
 * @param beyondLoopback - whether hosts other than this machine are called at all
 */
export async function attempt(
  parcel: Parcel,
  beyondLoopback: boolean,
  signal: AbortSignal,
  timeoutMs: number = DELIVERY_TIMEOUT_MS,
): Promise<AttemptResult> {
  const url = new URL(parcel.url)
  if (!beyondLoopback && !isLoopback(url.hostname)) return unreachable
  // Most receivers in tests are plain http, so TLS is loaded for those alone that need it.
  const request = url.protocol === 'https:' ? (await import('node:https')).request : requestHttp
  return await new Promise((resolve) => {
    const timeout = AbortSignal.timeout(timeoutMs)
    const outgoing = request(url, {
      method: 'POST',
      // A connection of its own: a receiver can close at once, without waiting for ours to go idle.
      agent: false,
      signal: AbortSignal.any([timeout, signal]),
      headers: {
        ...deliveryHeaders(parcel),
        'Content-Length': Buffer.byteLength(parcel.body),
      },
    })
    const gone = () => resolve(failed('UnknownError', 'Unexpected error: the connection closed'))
    outgoing.on('response', (incoming) => {
      // The request may close before its answer does.
      outgoing.off('close', gone)
      const { statusCode = 0 } = incoming
      const accepted = statusCode >= 200 && statusCode < 300
      incoming.resume()
      incoming.on('close', () => {
        if (timeout.aborted) resolve(timedOut)
        else if (accepted) resolve({ status: statusCode, error: null, category: null })
        else resolve(refusedBy(incoming))
      })
    })
    // Whoever switches protocols answers nothing any more, and the timeout does not end a socket that was handed over.
    outgoing.on('upgrade', (incoming, socket) => {
      socket.destroy()
      resolve(refusedBy(incoming))
    })
    outgoing.on('error', (error) => resolve(timeout.aborted ? timedOut : failureOf(error)))
    outgoing.on('close', gone)
    outgoing.end(parcel.body)
  })
}

const failed = (category: ErrorCategory, error: string, status: number | null = null): AttemptResult => ({
  status,
  error,
  category,
})

const refusedBy = ({ statusCode = 0, statusMessage = '' }: IncomingMessage): AttemptResult =>
  failed('HttpError', `HTTP ${statusCode}: ${statusMessage}`, statusCode)

const unreachable = failed('NetworkError', 'Cannot reach your endpoint')
const timedOut = failed('TimeoutError', 'Request timed out after 10 seconds')

function failureOf({ code = '', message }: Error & { readonly code?: string }): AttemptResult {
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code)) return unreachable
  if (/CERT|SSL|TLS|SELF_SIGNED|EPROTO/.test(code)) return failed('SslError', 'SSL/TLS certificate error')
  return /^E[A-Z]+$/.test(code)
    ? failed('NetworkError', `Network error: ${message}`)
    : failed('UnknownError', `Unexpected error: ${message}`)
}
