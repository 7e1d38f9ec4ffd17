import { setMaxListeners } from 'node:events'

/** When to end some work, and with what. */
export interface Limit {
  /** How long it may take, in milliseconds. */
  readonly ms: number
  /** What the signal says when that is over. */
  readonly reason: Error
  /** Ends the work earlier, with a reason of its own. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Does something with a signal that ends it in time. `AbortSignal.any()` would not do: it holds what it is made of
 * weakly, so that a timeout which nobody else holds is gone after a garbage collection.
 * @see https://github.com/nodejs/node/issues/57736
 */
export async function within<T>(
  { ms, reason, signal: outer }: Limit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(reason), ms)
  timer.unref()
  const follow = () => controller.abort(outer?.reason)
  if (outer?.aborted) follow()
  // Any number of works may follow one signal; node would warn of a leak at the eleventh.
  if (outer) setMaxListeners(0, outer)
  outer?.addEventListener('abort', follow)
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', follow)
  }
}
