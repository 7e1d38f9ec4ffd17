import { fromCallSite } from './call-site.ts'
import type { Context } from './context.ts'

/** A length of time: `90s`, `1.5h` or `7d`, say. */
export type Duration = `${number}${'ms' | 's' | 'm' | 'h' | 'd'}`

/** The clock of the sandbox. It is the whole run's: tests that move it move it for all that run beside them. */
export class Clock {
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  /**
   * Moves it forward; resolves with its time once everything has been done that fell due on the way: webhooks are tried
   * again, tokens expire.
   * @throws DebituraTestkitError `DBT_SETTINGS` outside the sandbox: Debitura's own clock stays where it is
   * @example
   * ```ts
   * await debitura.clock.moveForward('1m')
   * ```
   */
  moveForward(duration: Duration): Promise<Date> {
    return fromCallSite(this.moveForward, async () => {
      return new Date(await this.#context.steward.call('moveClock', duration))
    })
  }
}
