import type { ApiName } from '../contract/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'

/** A clock that a test can move. */
export interface MovableClock {
  /**
   * Moves it forward; resolves with its time once everything that fell due on the way has been done.
   * @param duration - a number with `ms`, `s`, `m`, `h` or `d`
   */
  moveForward(duration: string): Promise<string>
}

/** Where the sandbox is, and what opens it. */
export interface SandboxPlace {
  readonly urls: Readonly<Partial<Record<ApiName, string>>>
  readonly keys: Readonly<Partial<Record<ApiName, string>>>
  /** The world that a key opens. */
  worldOf(key: string): Promise<string | undefined>
}

/** The clock of the sandbox's world that a run works in. */
export function sandboxClock({ keys, urls, worldOf }: SandboxPlace): MovableClock {
  return {
    async moveForward(duration) {
      const [url] = Object.values(urls)
      const [key = ''] = Object.values(keys)
      const { request } = await import('undici')
      const { statusCode, body } = await request(`${url}/_sandbox/worlds/${await worldOf(key)}/clock`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ moveForward: duration }),
      })
      const answer = Object(await body.json())
      if (statusCode < 400 && typeof answer.now === 'string') return answer.now
      throw unmoved(
        typeof answer.message === 'string' ? answer.message : `the sandbox answered ${statusCode}`,
      )
    },
  }
}

/** Debitura's own clock. */
export const fixedClock: MovableClock = {
  async moveForward() {
    throw unmoved("it is Debitura's own: only the sandbox's can be moved")
  },
}

function unmoved(why: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: 'Failed to move the clock',
    why,
    todo: 'Give a duration such as `2h`, in a test that runs in the sandbox',
  })
}
