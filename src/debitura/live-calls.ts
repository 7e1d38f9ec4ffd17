import { setTimeout as delay } from 'node:timers/promises'
import { DebituraTestkitError } from '../errors/index.ts'
import { SignalFollowers } from './signal-followers.ts'

/** The calls that are under way, each with a signal of its own, so that all can be ended together. */
export class LiveCalls {
  readonly #controllers = new Map<AbortController, Promise<unknown>>()
  readonly #callers = new SignalFollowers()
  #ending: Promise<void> | undefined

  /** Runs a call. Rejects with the reason of whichever ends it: the caller's signal, or the end of all. */
  async run<T>(caller: AbortSignal | undefined, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#ending !== undefined) throw runOver()
    caller?.throwIfAborted()
    const controller = new AbortController()
    if (caller !== undefined) this.#callers.follow(caller, controller)
    const running = call(controller.signal)
    this.#controllers.set(controller, running)
    try {
      return await running
    } catch (error) {
      // Whatever an ended call failed with, the reason is why.
      throw controller.signal.aborted ? controller.signal.reason : error
    } finally {
      if (caller !== undefined) this.#callers.leave(caller, controller)
      this.#controllers.delete(controller)
    }
  }

  /** Takes no more calls, waits for those under way, and after the grace ends them. */
  end(graceMs: number): Promise<void> {
    this.#ending ??= this.#end(graceMs)
    return this.#ending
  }

  async #end(graceMs: number): Promise<void> {
    const settled = Promise.allSettled(this.#controllers.values())
    const timer = new AbortController()
    const grace = delay(graceMs, undefined, { signal: timer.signal }).catch(() => undefined)
    await Promise.race([settled, grace])
    timer.abort()
    for (const controller of this.#controllers.keys()) controller.abort(runOver())
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
