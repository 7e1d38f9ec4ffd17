import { randomUUID } from 'node:crypto'
import type { Subscription } from '../store/webhook-table.ts'
import type { World } from '../store/world.ts'
import { attempt } from './attempt.ts'

/** An event on its way to one subscription. */
export interface Delivery {
  readonly subscription: Subscription
  readonly caseId: string
  readonly event: string
  readonly payload: string
  /** When the event fired. */
  readonly timestamp: string
}

/** Delivers in the background, and writes the log once delivery was attempted. */
export class Deliveries {
  readonly #underWay = new Set<Promise<void>>()
  readonly #stop = new AbortController()
  #sequence = 0

  start(world: World, delivery: Delivery): void {
    this.#sequence += 1
    const work = this.#deliver(world, delivery, this.#sequence).finally(() => this.#underWay.delete(work))
    this.#underWay.add(work)
  }

  /** Breaks off what is under way, and waits until it has ended. */
  async close(): Promise<void> {
    this.#stop.abort()
    await Promise.all(this.#underWay)
  }

  async #deliver(world: World, delivery: Delivery, sequence: number): Promise<void> {
    const { subscription, caseId, event, payload, timestamp } = delivery
    const { now, behaviours } = world.debitura.settings
    const parcel = { url: subscription.url, secret: subscription.secret, event, payload, signedAt: now() }
    const { status, error } = await attempt(parcel, behaviours.deliverBeyondLoopback, this.#stop.signal)
    // Deleting a case or a subscription takes its log along, also what is still to come.
    if (world.cases.byId(caseId) === undefined || world.webhooks.byId(subscription.id) === undefined) return
    world.events.add({
      id: randomUUID(),
      sequence,
      subscription,
      caseId,
      event,
      payload,
      createdAt: timestamp,
      deliveredAt: error === null ? world.debitura.now() : null,
      attemptCount: 1,
      lastResponseCode: status,
      lastError: error,
    })
  }
}
