import type { IncomingMessage, RequestListener } from 'node:http'
import type { Api } from './api.ts'
import { failure, unsuccessText } from './check-answer.ts'
import { unreadable } from './refusal.ts'
import { writeTo } from './send.ts'

/**
 * As much of a `Request` as Hono's routing and the sandbox read. A real one takes longer to make than the sandbox
 * takes to answer; bodies are read from Node's own stream.
 */
class NodeRequest {
  readonly method: string
  readonly url: string
  readonly headers: { readonly get: (name: string) => string | null }

  constructor(incoming: IncomingMessage) {
    const { method = 'GET', url = '/', headers } = incoming
    this.method = method
    this.url = url.startsWith('/') ? `http://${headers.host || 'localhost'}${url}` : url
    this.headers = { get: (name) => textOf(headers[name.toLowerCase()]) }
  }
}

/** Whether a request is for a path of a host, or for a URL that stands alone. */
const isAddress = (host: string, url: string) =>
  /^[^/?#@\\\s]+$/.test(host) && URL.canParse(url.startsWith('/') ? `http://${host}` : url)

const textOf = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(', ') : (value ?? null)

/** Hands Node's requests to an API, which writes to the socket itself. */
export function listener(api: Api): RequestListener {
  // Callers name the same host again and again, and it takes long to tell whether it is one.
  let lastHost = ''
  return (incoming, outgoing) => {
    const { url = '/', headers } = incoming
    const host = headers.host || 'localhost'
    const isKnown = host === lastHost && url.startsWith('/')
    if (!isKnown && !isAddress(host, url)) {
      writeTo(outgoing, unsuccessText(unreadable(`There is no address '${url}' at the host '${host}'.`)))
      return
    }
    lastHost = host
    // Nothing in Hono's routing, nor here, asks a request for more than this class has.
    const request = new NodeRequest(incoming) as unknown as Request
    const fail = (error: unknown) => {
      if (!outgoing.headersSent) writeTo(outgoing, failure(error))
    }
    try {
      const answered = api.fetch(request, { incoming, outgoing })
      if (answered instanceof Promise) answered.catch(fail)
    } catch (error) {
      fail(error)
    }
  }
}
