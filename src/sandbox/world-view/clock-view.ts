import { type Duration, millisecondsOf, momentOf } from '../clock/duration.ts'
import type { World } from '../store/world.ts'

/** The clock of a world. Everything that has to do with time goes by it. */
export interface ClockView {
  now(): Date
  readonly isFrozen: boolean
  /** Stops the clock at the present moment. What would be due later waits. */
  freeze(): void
  /** Lets the clock run on from where it stands. */
  run(): void
  /**
   * Moves the clock forward. Resolves once everything that fell due on the way has been done, in its order.
   * @param duration - a number with `ms`, `s`, `m`, `h` or `d`: `'90s'`, `'2h'`, `'7d'`
   * @throws `DBT_SETTINGS` for what is no duration, or more than a hundred years
   */
  moveForward(duration: Duration): Promise<void>
  /**
   * Moves the clock to a moment that is still to come.
   * @param moment - a `Date`, a day, or ISO 8601 with a zone
   * @throws `DBT_SETTINGS` for what is no moment, is past, or more than a hundred years away
   */
  moveTo(moment: Date | string): Promise<void>
}

/** The clock of a world that is found anew each time. */
export function clockView(world: () => World): ClockView {
  return {
    now: () => world().clock.now(),
    get isFrozen() {
      return world().clock.isFrozen
    },
    freeze: () => world().debitura.timekeeper.freeze(world()),
    run: () => world().debitura.timekeeper.run(world()),
    moveForward: async (duration) => {
      const found = world()
      const forward = millisecondsOf(duration)
      await found.debitura.timekeeper.move(found, (now) => now + forward)
    },
    moveTo: async (moment) => {
      const found = world()
      const target = momentOf(moment, found.clock.milliseconds())
      await found.debitura.timekeeper.move(found, () => target)
    },
  }
}
