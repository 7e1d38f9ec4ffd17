import { reportBug } from '../report-bug.ts'
import type { World } from '../store/world.ts'
import type { Appointment } from './agenda.ts'

/** Longest delay that a timer of Node's takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Carries out an appointment; settles once it is through, but for what goes on by itself. */
export type CarryOut = (world: World, appointment: Appointment) => void | Promise<void>

/** The moment that a clock is to move to, told from the one it stands at once the move's turn has come. */
type Target = (now: number) => number

/** Resolves once what goes on by itself in a world has ended. */
type Settled = (world: World) => Promise<void>

/**
 * Keeps the appointments of all worlds: by timers while a world's clock runs, and at once when it is moved. Nothing
 * that waits here keeps the process alive.
 */
export class Timekeeper {
  readonly #carryOut: CarryOut
  readonly #settled: Settled
  readonly #timers = new Map<World, NodeJS.Timeout>()
  readonly #watched = new Set<World>()
  /** Worlds whose clock is being moved, each until its last move has ended. */
  readonly #moves = new Map<World, Promise<void>>()

  /** @param settled - where it is missing, nothing goes on by itself */
  constructor(carryOut: CarryOut, settled: Settled = () => Promise.resolve()) {
    this.#carryOut = carryOut
    this.#settled = settled
  }

  /** Watches over a world's agenda. */
  watch(world: World): void {
    this.#watched.add(world)
    world.agenda.onChange = () => this.#arm(world)
    this.#arm(world)
  }

  /** Lets go of a world: what it had to do is not done. */
  forget(world: World): void {
    this.#watched.delete(world)
    world.agenda.onChange = undefined
    this.#disarm(world)
  }

  freeze(world: World): void {
    world.clock.freeze()
    this.#arm(world)
  }

  run(world: World): void {
    world.clock.run()
    this.#arm(world)
  }

  /**
   * Moves a world's clock forward. What falls due on the way is done at its own moment and in order, also what only
   * follows from something on the way. One move of a world comes after the other.
   */
  move(world: World, target: Target): Promise<void> {
    const before = this.#moves.get(world) ?? Promise.resolve()
    const move = before
      // Whoever ordered the move before hears of its failure.
      .catch(() => undefined)
      .then(() => this.#carryOn(world, target))
      .finally(() => {
        if (this.#moves.get(world) !== move) return
        this.#moves.delete(world)
        this.#arm(world)
      })
    this.#moves.set(world, move)
    this.#disarm(world)
    return move
  }

  close(): void {
    for (const world of [...this.#watched]) this.forget(world)
  }

  async #carryOn(world: World, target: Target): Promise<void> {
    const milliseconds = target(world.clock.milliseconds())
    // What is under way now may fail, and then be due again on the way.
    await this.#settled(world)
    // Nobody is to hear any more from a world that was let go of.
    while (this.#watched.has(world)) {
      const due = world.agenda.takeDue(milliseconds)
      if (due === undefined) break
      world.clock.moveTo(due.at)
      await this.#carryOut(world, due)
      // What is due at the same moment goes on side by side.
      if (world.agenda.next()?.at !== due.at) await this.#settled(world)
    }
    world.clock.moveTo(milliseconds)
  }

  #arm(world: World): void {
    this.#disarm(world)
    const next = world.agenda.next()
    if (next === undefined || !this.#watched.has(world) || this.#moves.has(world)) return
    const ahead = Math.max(0, next.at - world.clock.milliseconds())
    // What is due is done although the clock stands still.
    if (world.clock.isFrozen && ahead > 0) return
    const delay = Math.min(ahead, LONGEST_TIMER_MS)
    this.#timers.set(world, setTimeout(() => this.#keep(world), delay).unref())
  }

  #disarm(world: World): void {
    clearTimeout(this.#timers.get(world))
    this.#timers.delete(world)
  }

  #keep(world: World): void {
    const now = world.clock.milliseconds()
    for (let due = world.agenda.takeDue(now); due; due = world.agenda.takeDue(now))
      void this.#carryOutAlone(world, due)
    this.#arm(world)
  }

  /** Nobody waits for it: what it throws would end the process that the sandbox runs in. */
  async #carryOutAlone(world: World, appointment: Appointment): Promise<void> {
    try {
      await this.#carryOut(world, appointment)
    } catch (error) {
      reportBug(`carry out what was due (${appointment.kind})`, error)
    }
  }
}
