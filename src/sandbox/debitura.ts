import { randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import type { ApiName } from '../contract/words/index.ts'
import { carryOut } from './clock/carry-out.ts'
import { Timekeeper } from './clock/timekeeper.ts'
import { FileLinks } from './files/file-links.ts'
import { RateLimiter } from './http/rate-limit.ts'
import type { Settings } from './options.ts'
import type { Snapshot } from './store/snapshot.ts'
import { SnapshotShelf } from './store/snapshot-shelf.ts'
import { World } from './store/world.ts'
import { TokenMint } from './token.ts'
import { Deliveries } from './webhooks/deliveries.ts'

/** The double itself: its worlds, its choices, its clock. One per sandbox. */
export class Debitura {
  readonly settings: Settings
  /** Tells this sandbox from any other on the machine. */
  readonly nonce: string = randomUUID()
  readonly tokens = new TokenMint()
  readonly fileLinks = new FileLinks()
  readonly snapshots = new SnapshotShelf()
  readonly timekeeper = new Timekeeper(carryOut, (world) => this.deliveries.settled(world))
  /** Calls without a valid key. */
  readonly strangers = new RateLimiter()
  readonly deliveries = new Deliveries()
  /** Origins by API; known once the ports are open. */
  urls: Readonly<Record<ApiName, string>> = {
    customer: '',
    'referral-partner': '',
    'collection-partner': '',
  }
  readonly #closing = endsMany()
  readonly #worlds = new Map<string, World>()

  constructor(settings: Settings) {
    this.settings = settings
  }

  /** Aborted once the sandbox closes. */
  get closing(): AbortSignal {
    return this.#closing.signal
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

  /** A world to read from, which is not made if it is not there. */
  worldToRead(name: string): World {
    return this.#worlds.get(name) ?? new World(name, this)
  }

  /** A world that is there already. */
  existingWorld(name: string): World | undefined {
    return this.#worlds.get(name)
  }

  /** Deletes a world, with the snapshots that are kept of it. */
  deleteWorld(name: string): void {
    this.snapshots.forget(name)
    this.#drop(name)
  }

  /** Puts a world back to what it was: what happened since, and what is still under way, is another world's. */
  restore(snapshot: Snapshot): void {
    const { world: name } = snapshot
    const restored = new World(name, this, snapshot.copy())
    this.#drop(name)
    this.#worlds.set(name, restored)
    this.timekeeper.watch(restored)
    this.deliveries.resume(restored)
  }

  worlds(): IterableIterator<World> {
    return this.#worlds.values()
  }

  /** Does nothing more by itself. Resolves once what was under way has ended. */
  async close(): Promise<void> {
    this.#closing.abort()
    this.timekeeper.close()
    await this.deliveries.close()
  }

  #drop(name: string): void {
    const world = this.#worlds.get(name)
    if (world === undefined) return
    this.deliveries.forget(world)
    this.timekeeper.forget(world)
    this.#worlds.delete(name)
  }
}

/** Any number of calls may be delayed at once; node would warn of a leak at the eleventh. */
function endsMany(): AbortController {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  return controller
}
