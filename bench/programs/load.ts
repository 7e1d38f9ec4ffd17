/** Sends as many requests as a server answers. */
import { Pool } from 'undici'
import { offer } from './offer.ts'

/** What to send, and for how long. */
export interface Load {
  readonly origin: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly status: number
  readonly seconds: number
  readonly connections: number
}

const functions = {
  /** Returns how many requests were answered, and in how many milliseconds. */
  async send({ origin, seconds, connections, status, ...request }: Load) {
    const pool = new Pool(origin, { connections, pipelining: 1 })
    const one = () =>
      new Promise<void>((resolve, reject) => {
        // The handler by itself: streams for the answers would cost more than the server under test.
        pool.dispatch(
          { ...request, body: request.body ?? null },
          {
            onRequestStart() {
              // Nothing to keep.
            },
            onResponseStart(_controller, answered) {
              if (answered !== status) reject(new Error(`${origin} answered ${answered}, not ${status}`))
            },
            onResponseData() {
              // The bytes are read, and that is all.
            },
            onResponseEnd: () => resolve(),
            onResponseError: (_controller, error) => reject(error),
          },
        )
      })
    const startedAt = performance.now()
    const deadline = startedAt + seconds * 1000
    let requests = 0
    const keepOn = async () => {
      while (performance.now() < deadline) {
        await one()
        requests += 1
      }
    }
    await Promise.all(Array.from({ length: connections }, keepOn))
    const ms = performance.now() - startedAt
    await pool.destroy()
    return { requests, ms }
  },
}

export type LoadProgram = typeof functions
offer(functions)
