import { isLoopback } from '../loopback.ts'

const PRIVATE = /^(10\.|192\.168\.|169\.254\.|0\.|172\.(1[6-9]|2\d|3[01])\.)|^\[f[cde]/i

/**
 * Why Debitura would not deliver to a URL; `undefined` where it would. The sandbox takes loopback too, with or without
 * TLS, which Debitura does not.
 * @see docs.debitura.com/developer-concepts/webhooks/troubleshooting
 */
export function urlProblem(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) return 'url is not an absolute URL.'
  if (isLoopback(url.hostname) && /^https?:$/.test(url.protocol)) return undefined
  if (url.protocol !== 'https:') return 'url must use https.'
  if (PRIVATE.test(url.hostname)) return 'url must be publicly reachable.'
  if (url.port !== '' && url.port !== '8443') return 'url must use port 443 or 8443.'
  return undefined
}
