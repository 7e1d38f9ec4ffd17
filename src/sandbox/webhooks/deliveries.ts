import type { World } from '../store/world.ts'
import { Dispatch } from './dispatch.ts'

/** Delivers in the background, for all worlds. */
export class Deliveries {
  readonly #dispatches = new Map<World, Dispatch>()
  readonly #stopping = new Set<Promise<void>>()

  of(world: World): Dispatch {
    const known = this.#dispatches.get(world)
    if (known !== undefined) return known
    const fresh = new Dispatch(world)
    this.#dispatches.set(world, fresh)
    return fresh
  }

  /** Resolves once nothing of a world is under way. */
  async settled(world: World): Promise<void> {
    await this.#dispatches.get(world)?.settled()
  }

  /** Takes up what a restored world was in the middle of. */
  resume(world: World): void {
    for (const delivery of world.outbox.all()) if (!delivery.isWaiting) this.of(world).send(delivery)
  }

  /** Lets go of a world: what is under way is broken off. */
  forget(world: World): void {
    const dispatch = this.#dispatches.get(world)
    if (dispatch === undefined) return
    this.#dispatches.delete(world)
    const stopping = dispatch.stop().finally(() => this.#stopping.delete(stopping))
    this.#stopping.add(stopping)
  }

  /** Breaks off what is under way, and waits until it has ended. */
  async close(): Promise<void> {
    for (const world of [...this.#dispatches.keys()]) this.forget(world)
    await Promise.all(this.#stopping)
  }
}
