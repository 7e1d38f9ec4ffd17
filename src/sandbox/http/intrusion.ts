import { isLoopback } from '../loopback.ts'
import type { Exchange } from './bindings.ts'

/**
 * Why a request may not touch controls and pages; `undefined` where it may. A web page must not, whichever host name it got
 * resolved to this machine, and no other machine either.
 */
export function intrusion(c: Exchange): string | undefined {
  const peer = c.env?.incoming?.socket.remoteAddress
  if (peer !== undefined && !isLoopback(peer.replace(/^::ffff:/, '')))
    return 'The caller is on another machine.'
  const url = URL.canParse(c.req.url) ? new URL(c.req.url) : undefined
  if (url === undefined || !isLoopback(url.hostname)) return 'The Host header does not name this machine.'
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== url.origin) return 'The request comes from another origin.'
  return undefined
}
