import type { Behaviours } from '../behaviours.ts'
import type { ClockState } from '../clock/world-clock.ts'
import type { Accounts } from './accounts.ts'
import type { Rows } from './tables.ts'

/** A world at one moment: data, and nothing of it is shared with the world. */
export interface WorldState {
  readonly accounts: Accounts
  readonly behaviours: Behaviours
  readonly clock: ClockState
  readonly rows: Rows
}

/** A world as it was at a moment. It goes into `restore`, as often as you like. */
export class Snapshot {
  /** Name of the world that it was taken of. */
  readonly world: string
  /** When it was taken, by the world's clock. */
  readonly takenAt: Date
  /** Which sandbox it was taken in. */
  readonly sandbox: string
  readonly #state: WorldState

  /** @internal */
  constructor(about: Pick<Snapshot, 'world' | 'takenAt' | 'sandbox'>, state: WorldState) {
    this.world = about.world
    this.takenAt = about.takenAt
    this.sandbox = about.sandbox
    this.#state = state
  }

  /** @internal A copy of what it holds, which a world may make its own. */
  copy(): WorldState {
    return structuredClone(this.#state)
  }
}
