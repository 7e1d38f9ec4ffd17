import { DebituraTestkitError } from '../errors/index.ts'
import type { Scope } from '../protocol/index.ts'

/**
 * The tests and files that a run works for. JavaScript cannot stop a test that timed out: its body goes on beside its
 * own teardown. So a scope that is over takes no more creates, and whoever closes it waits for those in flight.
 */
export class Scopes {
  readonly #closed = new Set<string>()
  /** By scope; under no scope, what is made for the whole run. */
  readonly #inFlight = new Map<string | undefined, Set<Promise<unknown>>>()

  /**
   * Makes something for a scope, or for the whole run.
   * @throws DebituraTestkitError `DBT_SCOPE_OVER` when the scope is over.
   */
  async make<T>(scope: Scope | undefined, work: () => Promise<T>): Promise<T> {
    if (scope !== undefined && this.#closed.has(scope.id)) throw scopeOver(scope)
    const promise = work()
    const inFlight = this.#inFlight.get(scope?.id) ?? new Set()
    this.#inFlight.set(scope?.id, inFlight.add(promise))
    try {
      return await promise
    } finally {
      inFlight.delete(promise)
      if (inFlight.size === 0) this.#inFlight.delete(scope?.id)
    }
  }

  /** Takes no more for a scope. Resolves once all that was in flight for it has ended. */
  async close(scopeId: string): Promise<void> {
    this.#closed.add(scopeId)
    await Promise.allSettled(this.#inFlight.get(scopeId) ?? [])
  }

  /** Whether all of these scopes are over. */
  areClosed(scopeIds: Iterable<string>): boolean {
    return [...scopeIds].every((id) => this.#closed.has(id))
  }

  /** Resolves once nothing is in flight any more. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#inFlight.values()].flatMap((promises) => [...promises]))
  }
}

function scopeOver({ label }: Scope): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_SCOPE_OVER',
    what: 'Failed to make something on Debitura',
    why: `${label} is over, and nothing more is made for it`,
    todo: 'Await every call inside the test; if the test timed out, give it more time',
  })
}
