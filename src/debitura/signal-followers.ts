/**
 * Controllers that abort when a signal does. A signal is often shared by a whole run: it gets one listener, however many
 * calls follow it, because node warns of a leak at the eleventh.
 */
export class SignalFollowers {
  readonly #followers = new Map<AbortSignal, Followers>()

  follow(signal: AbortSignal, controller: AbortController): void {
    const existing = this.#followers.get(signal)
    if (existing !== undefined) return void existing.controllers.add(controller)
    const controllers = new Set([controller])
    const abort = () => {
      for (const follower of controllers) follower.abort(signal.reason)
    }
    signal.addEventListener('abort', abort)
    this.#followers.set(signal, { controllers, abort })
  }

  leave(signal: AbortSignal, controller: AbortController): void {
    const followers = this.#followers.get(signal)
    if (followers === undefined) return
    followers.controllers.delete(controller)
    if (followers.controllers.size > 0) return
    signal.removeEventListener('abort', followers.abort)
    this.#followers.delete(signal)
  }
}

interface Followers {
  readonly controllers: Set<AbortController>
  abort(): void
}
