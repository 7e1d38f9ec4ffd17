import { DebituraTestkitError } from '../../errors/index.ts'
import type { Snapshot } from './snapshot.ts'

/** Snapshots that are kept of one world. Each takes as much memory as the world did. */
const SNAPSHOTS_PER_WORLD = 20

/** Snapshots by world and name, for those who cannot hold one in their hand: callers over HTTP. */
export class SnapshotShelf {
  readonly #byWorld = new Map<string, Map<string, Snapshot>>()

  /** Keeps a snapshot under a name, in the place of the one there was. Throws `DBT_SETTINGS` where there are too many. */
  keep(name: string, snapshot: Snapshot): void {
    const ofWorld = this.#byWorld.get(snapshot.world) ?? new Map<string, Snapshot>()
    if (ofWorld.size >= SNAPSHOTS_PER_WORLD && !ofWorld.has(name))
      throw new DebituraTestkitError({
        code: 'DBT_SETTINGS',
        what: `Failed to keep the snapshot '${name}' of the world '${snapshot.world}'`,
        why: `${SNAPSHOTS_PER_WORLD} snapshots of it are kept already`,
        todo: 'Delete one, or use its name again',
      })
    this.#byWorld.set(snapshot.world, ofWorld.set(name, snapshot))
  }

  find(world: string, name: string): Snapshot | undefined {
    return this.#byWorld.get(world)?.get(name)
  }

  /** Snapshots of a world by name, oldest name first. */
  of(world: string): [string, Snapshot][] {
    return [...(this.#byWorld.get(world) ?? [])]
  }

  delete(world: string, name: string): void {
    this.#byWorld.get(world)?.delete(name)
  }

  forget(world: string): void {
    this.#byWorld.delete(world)
  }
}
