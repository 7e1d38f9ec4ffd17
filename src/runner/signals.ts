const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** A signal that tells a runner to stop. */
export type StopSignal = keyof typeof EXIT_CODES

export const STOP_SIGNALS: readonly StopSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

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
