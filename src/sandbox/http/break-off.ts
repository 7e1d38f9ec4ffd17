import type { Exchange } from './bindings.ts'
import { type Answer, JSON_TYPE, SENT, send } from './send.ts'

/** Breaks the connection, without a word. Where there is no socket, {@link arrived} tells the caller. */
export function breakOff(c: Exchange): Response {
  const socket = c.env?.incoming?.socket
  if (socket === undefined) return Response.error()
  socket.destroy()
  return SENT
}

/** Sends half of an answer's body, and breaks the connection. An answer without a body is sent as it is. */
export function sendHalf(c: Exchange, answer: Answer): Response {
  const { status, text, headers, type = JSON_TYPE } = answer
  if (text === '') return send(c, answer)
  const bytes = Buffer.from(text)
  const half = new Uint8Array(bytes.subarray(0, bytes.length >> 1))
  const described = { 'Content-Type': type, 'Content-Length': String(bytes.length), ...headers }
  const outgoing = c.env?.outgoing
  if (outgoing === undefined) return new Response(brokenAfter(half), { status, headers: described })
  outgoing.writeHead(status, described)
  outgoing.write(half, () => outgoing.destroy())
  return SENT
}

/** An answer that came without a socket. Throws what `fetch` throws where the connection broke. */
export function arrived(response: Response): Response {
  if (response.type !== 'error') return response
  throw new TypeError('fetch failed', { cause: closed() })
}

const closed = () => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })

/** A body that breaks after its first bytes, as one of `fetch` does. */
function brokenAfter(bytes: Uint8Array): ReadableStream {
  let sent = false
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError('terminated', { cause: closed() }))
      else controller.enqueue(bytes)
      sent = true
    },
  })
}
