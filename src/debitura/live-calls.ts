import { setMaxListeners } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { DebituraTestkitError } from '../errors/index.ts'
import { SignalFollowers } from './signal-followers.ts'

/** The calls that are under way, each with a signal that ends it, so that all can be ended together. */
export class LiveCalls {
  readonly #running = new Set<Promise<unknown>>()
  readonly #over = new AbortController()
  readonly #followed = new SignalFollowers()
  #ending: Promise<void> | undefined

  constructor() {
    // Every call listens; node would warn of a leak at the eleventh.
    setMaxListeners(0, this.#over.signal)
  }

  /** Runs a call. Rejects with the reason of whichever ends it: the caller's signal, or the end of all. */
  async run<T>(caller: AbortSignal | undefined, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#ending !== undefined) throw runOver()
    if (caller === undefined) return this.#until(this.#over.signal, call)
    caller.throwIfAborted()
    const either = new AbortController()
    const signals = [caller, this.#over.signal]
    for (const signal of signals) this.#followed.follow(signal, either)
    try {
      return await this.#until(either.signal, call)
    } finally {
      for (const signal of signals) this.#followed.leave(signal, either)
    }
  }

  async #until<T>(signal: AbortSignal, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const running = call(signal)
    this.#running.add(running)
    try {
      return await running
    } catch (error) {
      // Whatever an ended call failed with, the reason is why.
      throw signal.aborted ? signal.reason : error
    } finally {
      this.#running.delete(running)
    }
  }

  /** Takes no more calls, waits for those under way, and after the grace ends them. */
  end(graceMs: number): Promise<void> {
    this.#ending ??= this.#end(graceMs)
    return this.#ending
  }

  async #end(graceMs: number): Promise<void> {
    const settled = Promise.allSettled(this.#running)
    const timer = new AbortController()
    const grace = delay(graceMs, undefined, { signal: timer.signal }).catch(() => undefined)
    await Promise.race([settled, grace])
    timer.abort()
    this.#over.abort(runOver())
    await settled
  }
}

function runOver(): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_RUN_OVER',
    what: 'Failed to call Debitura',
    why: 'the connection is closed, because the run is over',
    todo: 'Await every call before the run ends',
  })
}
