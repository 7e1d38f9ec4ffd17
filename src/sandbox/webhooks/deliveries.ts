import { randomUUID } from 'node:crypto'
import type { Subscription } from '../store/webhook-table.ts'
import type { World } from '../store/world.ts'
import { type AttemptResult, attempt } from './attempt.ts'
import { Lane } from './lane.ts'

/** An event on its way to one subscription. */
export interface Delivery {
  readonly subscription: Subscription
  /** `null` for an event of a client. */
  readonly caseId: string | null
  readonly event: string
  readonly payload: string
  /** When the event fired. */
  readonly timestamp: string
}

/** Delivers in the background, and writes the log once delivery was attempted. */
export class Deliveries {
  readonly #lanes = new Map<Subscription, Lane>()
  readonly #underWay = new Set<Promise<void>>()
  readonly #stop = new AbortController()
  #sequence = 0

  start(world: World, delivery: Delivery): void {
    this.#sequence += 1
    const sequence = this.#sequence
    this.#laneOf(delivery.subscription).add(() => {
      const work = this.#deliver(world, delivery, sequence).finally(() => this.#underWay.delete(work))
      this.#underWay.add(work)
      return work
    })
  }

  /** Lets go of a subscription: what has not begun is not delivered. */
  forget(subscription: Subscription): void {
    this.#lanes.get(subscription)?.clear()
    this.#lanes.delete(subscription)
  }

  /** Breaks off what is under way, and waits until it has ended. */
  async close(): Promise<void> {
    for (const subscription of [...this.#lanes.keys()]) this.forget(subscription)
    this.#stop.abort()
    await Promise.all(this.#underWay)
  }

  #laneOf(subscription: Subscription): Lane {
    const known = this.#lanes.get(subscription)
    if (known !== undefined) return known
    const fresh = new Lane()
    this.#lanes.set(subscription, fresh)
    return fresh
  }

  async #deliver(world: World, delivery: Delivery, sequence: number): Promise<void> {
    const { subscription, event, payload } = delivery
    const { clock, behaviours } = world
    const parcel = {
      url: subscription.url,
      secret: subscription.secret,
      event,
      payload,
      signedAt: clock.now(),
    }
    const result = await attempt(parcel, behaviours.deliverBeyondLoopback, this.#stop.signal)
    log(world, delivery, sequence, result)
  }
}

function log(
  world: World,
  { subscription, caseId, event, payload, timestamp }: Delivery,
  sequence: number,
  { status, error }: AttemptResult,
): void {
  // Deleting a case or a subscription takes its log along, also what is still to come.
  if (
    caseId === null ||
    world.cases.byId(caseId) === undefined ||
    world.webhooks.byId(subscription.id) === undefined
  )
    return
  world.events.add({
    id: randomUUID(),
    sequence,
    subscription,
    caseId,
    event,
    payload,
    createdAt: timestamp,
    deliveredAt: error === null ? world.now() : null,
    attemptCount: 1,
    lastResponseCode: status,
    lastError: error,
  })
}
