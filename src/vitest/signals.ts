import type { Vitest } from 'vitest/node'
import { endAsTold, STOP_SIGNALS, type StopSignal } from '../runner/signals.ts'

/** How long tests may take to stop, in milliseconds. Vitest 3 waits for the running test; 4 and 5 abort it. */
const STOP_WITHIN_MS = 3_000

/**
 * Takes SIGINT, SIGTERM and SIGHUP over from Vitest, which in run mode exits on them at once, without any teardown. The
 * first signal stops the tests and their workers, cleans up and exits as Vitest would have; the second one does what it
 * would have done. Nothing is lost with SIGHUP: Node takes it even where `nohup` was to keep it away.
 * Returns how to give them back.
 */
export function takeSignals(vitest: Vitest, cleanUp: () => Promise<unknown>): () => void {
  const givers = STOP_SIGNALS.map((signal) => {
    // Listeners of signals are functions of the signal.
    const before = process.rawListeners(signal) as NodeJS.SignalsListener[]
    const giveBack = () => {
      process.off(signal, take)
      for (const listener of before) process.on(signal, listener)
    }
    const take = () => {
      for (const give of givers) give()
      void stop(vitest, signal, cleanUp)
    }
    for (const listener of before) process.off(signal, listener)
    process.on(signal, take)
    return giveBack
  })
  return () => {
    for (const give of givers) give()
  }
}

async function stop(vitest: Vitest, signal: StopSignal, cleanUp: () => Promise<unknown>): Promise<void> {
  endAsTold(signal)
  const stopped = vitest.cancelCurrentRun('keyboard-input').catch(() => undefined)
  await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref())])
  await cleanUp()
  await vitest.exit(true)
}
