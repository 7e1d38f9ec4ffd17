import { randomUUID } from 'node:crypto'
import type { ApiName } from '../contract/words/index.ts'
import { carryOut } from './clock/carry-out.ts'
import { Timekeeper } from './clock/timekeeper.ts'
import { RateLimiter } from './http/rate-limit.ts'
import type { Settings } from './options.ts'
import type { Snapshot } from './store/snapshot.ts'
import { World } from './store/world.ts'
import { TokenMint } from './token.ts'
import { Deliveries } from './webhooks/deliveries.ts'

/** The double itself: its worlds, its choices, its clock. One per sandbox. */
export class Debitura {
  readonly settings: Settings
  /** Tells this sandbox from any other on the machine. */
  readonly nonce: string = randomUUID()
  readonly tokens = new TokenMint()
  readonly timekeeper = new Timekeeper(carryOut)
  readonly rateLimiter: RateLimiter | undefined
  readonly deliveries = new Deliveries()
  /** Origins by API; known once the ports are open. */
  urls: Readonly<Record<ApiName, string>> = {
    customer: '',
    'referral-partner': '',
    'collection-partner': '',
  }
  readonly #worlds = new Map<string, World>()

  constructor(settings: Settings) {
    this.settings = settings
    this.rateLimiter = settings.rateLimits ? new RateLimiter() : undefined
  }

  /** A world, made on first use. */
  world(name: string): World {
    const known = this.#worlds.get(name)
    if (known !== undefined) return known
    const fresh = new World(name, this)
    this.#worlds.set(name, fresh)
    this.timekeeper.watch(fresh)
    return fresh
  }

  /** A world that is there already. */
  existingWorld(name: string): World | undefined {
    return this.#worlds.get(name)
  }

  deleteWorld(name: string): void {
    const world = this.#worlds.get(name)
    if (world === undefined) return
    for (const subscription of world.webhooks.all()) this.deliveries.forget(subscription)
    this.timekeeper.forget(world)
    this.#worlds.delete(name)
  }

  /** Puts a world back to what it was: what happened since, and what is still under way, is another world's. */
  restore(snapshot: Snapshot): void {
    const { world: name } = snapshot
    const restored = new World(name, this, snapshot.copy())
    this.deleteWorld(name)
    this.#worlds.set(name, restored)
    this.timekeeper.watch(restored)
  }

  worlds(): IterableIterator<World> {
    return this.#worlds.values()
  }

  /** Does nothing more by itself. Resolves once what was under way has ended. */
  async close(): Promise<void> {
    this.timekeeper.close()
    await this.deliveries.close()
  }
}
