import type { Pool } from 'undici'
import type { ConnectionSettings } from './connection-options.ts'
import { exchange } from './exchange.ts'
import type { WireAnswer, WireRequest } from './wire.ts'

// Longer than undici's own 4 seconds: a test often thinks for a while between two calls, and TLS is not free.
const KEEP_ALIVE_MS = 15_000

/** Sends requests; keeps one pool of connections per origin. */
export interface Transport {
  send(request: WireRequest, signal: AbortSignal): Promise<WireAnswer>
  destroy(): Promise<void>
}

/** Returns at once: undici, which takes 50 ms and more to load, is loaded meanwhile. */
export function createTransport(settings: ConnectionSettings): Transport {
  const loading = import('undici')
  // Whoever sends first is told; nobody else has to be.
  loading.catch(() => undefined)
  let loaded: Awaited<typeof loading> | undefined
  const pools = new Map<string, Pool>()

  const poolOf = (undici: Awaited<typeof loading>, origin: string): Pool => {
    const existing = pools.get(origin)
    if (existing !== undefined) return existing
    const pool = new undici.Pool(origin, {
      connections: settings.concurrency,
      pipelining: 1,
      connect: { timeout: settings.connectTimeoutMs },
      headersTimeout: settings.answerTimeoutMs,
      bodyTimeout: settings.answerTimeoutMs,
      keepAliveTimeout: KEEP_ALIVE_MS,
    })
    pools.set(origin, pool)
    return pool
  }

  return {
    async send(request, signal) {
      loaded ??= await loading
      return exchange(poolOf(loaded, request.origin), request, settings.bodyLimitBytes, signal)
    },
    async destroy() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
    },
  }
}
