import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { problem } from './refusal.ts'

/** What Node's parser says of a request that is none, and the status for it. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Answers what is not HTTP in Debitura's shape for what cannot be read, and closes the connection. */
export function answerMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = STATUSES[error.code ?? ''] ?? 400
  const reason = STATUS_CODES[status] ?? ''
  const text = JSON.stringify(problem(status, reason, `The request is not valid HTTP: ${error.message}`).body)
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`)
}
