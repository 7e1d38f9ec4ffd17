/** Signals that ask for an end, and the exit codes that a shell expects for them. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

/** Hears when a person or a machine asks for an end. */
export interface Stopping {
  /** Aborted by the first signal: what is under way may end, and nothing is begun. */
  readonly signal: AbortSignal
  /** The exit code that the signal asks for; `undefined` as long as there was none. */
  readonly exitCode: number | undefined
  /** Listens no more. */
  forget(): void
}

/** The first signal stops in good order; the second at once. */
export function stopOnSignals(say: (text: string) => void): Stopping {
  const controller = new AbortController()
  let exitCode: number | undefined
  const stop = (name: NodeJS.Signals) => {
    // Nothing but these two is listened to.
    const code = EXIT_CODES[name as keyof typeof EXIT_CODES]
    if (exitCode !== undefined) process.exit(code)
    exitCode = code
    say('debitura  stopping after what is under way. Once more to stop at once')
    controller.abort(new Error('stopped'))
  }
  const names = Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]
  for (const name of names) process.on(name, stop)
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode
    },
    forget() {
      for (const name of names) process.off(name, stop)
    },
  }
}
