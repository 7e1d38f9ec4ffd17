import type { World } from '../store/world.ts'
import type { Appointment } from './agenda.ts'

/** Longest delay that a timer of Node's takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Carries out an appointment; settles once it is through. */
export type CarryOut = (world: World, appointment: Appointment) => void | Promise<void>

/**
 * Keeps the appointments of all worlds: by timers while a world's clock runs, and at once when it is moved. Nothing
 * that waits here keeps the process alive.
 */
export class Timekeeper {
  readonly #carryOut: CarryOut
  readonly #timers = new Map<World, NodeJS.Timeout>()

  constructor(carryOut: CarryOut) {
    this.#carryOut = carryOut
  }

  /** Watches over a world's agenda. */
  watch(world: World): void {
    world.agenda.onChange = () => this.#arm(world)
    this.#arm(world)
  }

  /** Lets go of a world: what it had to do is not done. */
  forget(world: World): void {
    world.agenda.onChange = undefined
    this.#disarm(world)
  }

  freeze(world: World): void {
    world.clock.freeze()
    this.#disarm(world)
  }

  run(world: World): void {
    world.clock.run()
    this.#arm(world)
  }

  /**
   * Moves a world's clock forward. What falls due on the way is done at its own moment and in order, also what only
   * follows from something on the way.
   */
  async moveTo(world: World, milliseconds: number): Promise<void> {
    for (let due = world.agenda.takeDue(milliseconds); due; due = world.agenda.takeDue(milliseconds)) {
      world.clock.moveTo(due.at)
      await this.#carryOut(world, due)
    }
    world.clock.moveTo(milliseconds)
    this.#arm(world)
  }

  close(): void {
    for (const world of [...this.#timers.keys()]) this.forget(world)
  }

  #arm(world: World): void {
    this.#disarm(world)
    const next = world.agenda.next()
    if (next === undefined || world.clock.isFrozen) return
    const delay = Math.min(Math.max(0, next.at - world.clock.milliseconds()), LONGEST_TIMER_MS)
    this.#timers.set(world, setTimeout(() => this.#keep(world), delay).unref())
  }

  #disarm(world: World): void {
    clearTimeout(this.#timers.get(world))
    this.#timers.delete(world)
  }

  #keep(world: World): void {
    const now = world.clock.milliseconds()
    for (let due = world.agenda.takeDue(now); due; due = world.agenda.takeDue(now))
      void this.#carryOut(world, due)
    this.#arm(world)
  }
}
