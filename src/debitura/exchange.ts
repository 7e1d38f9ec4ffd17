import type { Dispatcher } from 'undici'
import { FailedTry, type WireAnswer, type WireRequest } from './wire.ts'

const utf8 = new TextDecoder()

/**
 * Writes one request and reads its answer. A handler of undici's own, because only there it shows whether a request
 * was begun to be written before it failed.
 * @throws FailedTry; or the signal's reason
 */
export function exchange(
  dispatcher: Dispatcher,
  request: WireRequest,
  bodyLimitBytes: number,
  signal: AbortSignal,
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    let controller: Dispatcher.DispatchController | undefined
    let status = 0
    let location: string | undefined
    let date: string | undefined
    let length = 0
    const chunks: Buffer[] = []

    const abandon = () => {
      reject(signal.reason)
      controller?.abort(new Error('The call was given up'))
    }
    signal.addEventListener('abort', abandon)
    const fail = (code: string, message: string) => {
      signal.removeEventListener('abort', abandon)
      reject(new FailedTry({ sent: controller !== undefined, code, message }))
    }

    dispatcher.dispatch(
      { path: request.target, method: request.method, headers: request.headers, body: request.body ?? null },
      {
        onRequestStart(started) {
          controller = started
          // Given up while it waited for a connection.
          if (signal.aborted) started.abort(new Error('The call was given up'))
        },
        onResponseStart(_, statusCode, headers) {
          status = statusCode
          location = typeof headers.location === 'string' ? headers.location : undefined
          date = typeof headers.date === 'string' ? headers.date : undefined
        },
        onResponseData(started, chunk) {
          length += chunk.length
          if (length <= bodyLimitBytes) return void chunks.push(chunk)
          fail('BODY_LIMIT', `status ${status} with more than ${bodyLimitBytes} bytes`)
          started.abort(new Error('The answer is too long'))
        },
        onResponseEnd() {
          signal.removeEventListener('abort', abandon)
          resolve({ status, text: utf8.decode(Buffer.concat(chunks, length)), location, date })
        },
        onResponseError(_, error) {
          fail('code' in error ? String(error.code) : error.name, error.message)
        },
      },
    )
  })
}
