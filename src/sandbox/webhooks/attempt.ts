import { Agent, type IncomingMessage, request as requestHttp } from 'node:http'
import { type Delivered, deliveryHeaders } from '../../webhooks/delivery-headers.ts'
import { isLoopback } from '../loopback.ts'

/** A receiver that takes longer has failed. @see docs.debitura.com/referral-partners/integration-guides/webhooks-best-practices */
const DELIVERY_TIMEOUT_MS = 10_000

/** Making a connection is most of what a delivery on loopback costs. One that is idle is closed, and keeps nobody waiting. */
const KEPT = new Agent({ keepAlive: true, timeout: 1_000 })

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
  const isPlain = url.protocol === 'http:'
  const request = isPlain ? requestHttp : (await import('node:https')).request
  const timeout = AbortSignal.timeout(timeoutMs)
  const send = (agent: Agent | false): Promise<AttemptResult | typeof STALE> =>
    sendOnce(request, parcel, { agent, timeout, signal: AbortSignal.any([timeout, signal]) })
  const result = await send(isPlain ? KEPT : false)
  if (result !== STALE) return result
  const anew = await send(false)
  return anew === STALE ? closed : anew
}

interface Sending {
  readonly agent: Agent | false
  readonly timeout: AbortSignal
  readonly signal: AbortSignal
}

/** The receiver closed a connection that was kept, in the moment in which it was used again: it has seen nothing. */
const STALE: unique symbol = Symbol('the connection was closed before it was used again')

function sendOnce(
  request: typeof requestHttp,
  parcel: Parcel,
  { agent, timeout, signal }: Sending,
): Promise<AttemptResult | typeof STALE> {
  return new Promise((resolve) => {
    const outgoing = request(parcel.url, {
      method: 'POST',
      agent,
      signal,
      headers: {
        ...deliveryHeaders(parcel),
        'Content-Length': Buffer.byteLength(parcel.body),
      },
    })
    const gone = () => resolve(outgoing.reusedSocket ? STALE : closed)
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
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (timeout.aborted) resolve(timedOut)
      else if (outgoing.reusedSocket && /^(ECONNRESET|EPIPE)$/.test(error.code ?? '')) resolve(STALE)
      else resolve(failureOf(error))
    })
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
const closed = failed('UnknownError', 'Unexpected error: the connection closed')
const timedOut = failed('TimeoutError', 'Request timed out after 10 seconds')

function failureOf({ code = '', message }: Error & { readonly code?: string }): AttemptResult {
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code)) return unreachable
  if (/CERT|SSL|TLS|SELF_SIGNED|EPROTO/.test(code)) return failed('SslError', 'SSL/TLS certificate error')
  return /^E[A-Z]+$/.test(code)
    ? failed('NetworkError', `Network error: ${message}`)
    : failed('UnknownError', `Unexpected error: ${message}`)
}
