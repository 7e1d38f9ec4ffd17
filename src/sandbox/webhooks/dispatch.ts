import type { Delivery } from '../store/outbox.ts'
import type { World } from '../store/world.ts'
import { deliver } from './deliver.ts'
import { Lane } from './lane.ts'

/** Carries what is in one world's outbox. It remembers nothing that the outbox does not hold. */
export class Dispatch {
  readonly #world: World
  readonly #lanes = new Map<string, Lane>()
  readonly #underWay = new Map<string, Promise<void>>()
  readonly #stop = new AbortController()

  constructor(world: World) {
    this.#world = world
  }

  /** Aborted once nothing is to be delivered any more. */
  get stopped(): AbortSignal {
    return this.#stop.signal
  }

  /** Attempts a delivery in the background, unless that is under way. */
  send(delivery: Delivery): void {
    const { id, subscriptionId } = delivery
    if (this.#stop.signal.aborted || this.#underWay.has(id)) return
    const work = this.#laneTo(subscriptionId)
      .add(id, () => deliver(this.#world, delivery, this.#stop.signal))
      .finally(() => this.#underWay.delete(id))
    this.#underWay.set(id, work)
  }

  /** Resolves once nothing is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values())
  }

  /** Lets go of a delivery, if it has not begun: no more wait than the outbox holds. */
  drop({ id, subscriptionId }: Delivery): void {
    this.#lanes.get(subscriptionId)?.forget(id)
  }

  /** Lets go of a subscription: what has not begun is not delivered. */
  forget(subscriptionId: string): void {
    this.#lanes.get(subscriptionId)?.clear()
    this.#lanes.delete(subscriptionId)
  }

  /** Breaks off what is under way, and waits until it has ended. */
  async stop(): Promise<void> {
    this.#stop.abort()
    for (const id of [...this.#lanes.keys()]) this.forget(id)
    await this.settled()
  }

  #laneTo(subscriptionId: string): Lane {
    const known = this.#lanes.get(subscriptionId)
    if (known !== undefined) return known
    const fresh = new Lane()
    this.#lanes.set(subscriptionId, fresh)
    return fresh
  }
}
