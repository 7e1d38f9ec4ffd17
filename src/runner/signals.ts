const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** A signal that tells a runner to stop. */
export type StopSignal = keyof typeof EXIT_CODES

export const STOP_SIGNALS: readonly StopSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Takes SIGINT, SIGTERM and SIGHUP over from a runner that exits on them at once, without any teardown. The first signal
 * has `stop` stop the tests, clean up and exit, and the exit code is the signal's; the second one does what it would have
 * done. Nothing is lost with SIGHUP: Node takes it even where `nohup` was to keep it away.
 * Returns how to give them back.
 */
export function takeSignals(stop: () => Promise<unknown>): () => void {
  const givers = STOP_SIGNALS.map((signal) => {
    // Listeners of signals are functions of the signal.
    const before = process.rawListeners(signal) as NodeJS.SignalsListener[]
    const giveBack = () => {
      process.off(signal, take)
      for (const listener of before) process.on(signal, listener)
    }
    const take = () => {
      for (const give of givers) give()
      endAsTold(signal)
      void stop()
    }
    for (const listener of before) process.off(signal, listener)
    process.on(signal, take)
    return giveBack
  })
  return () => {
    for (const give of givers) give()
  }
}

/**
 * Has this process end as the signal says once it has cleaned up: with the signal's exit code, whatever the runner
 * chooses for tests that were stopped, and although its terminal may be gone.
 */
export function endAsTold(signal: StopSignal): void {
  // At the very end, because runners set a code of their own before; and first of all listeners, because one of Vitest
  // 3's leaves at once.
  process.prependListener('exit', () => {
    process.exitCode = EXIT_CODES[signal]
  })
  // With SIGHUP the terminal is gone as a rule, and writing to it fails: that must not end the cleanup.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
