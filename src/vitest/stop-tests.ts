import type { Vitest } from 'vitest/node'

/** How long tests may take to stop, in milliseconds. Vitest 3 waits for the running test; 4 and 5 abort it. */
const STOP_WITHIN_MS = 3_000

/** Stops the tests and their workers, in the middle if need be. */
export async function stopTests(vitest: Vitest): Promise<void> {
  const stopped = vitest.cancelCurrentRun('keyboard-input').catch(() => undefined)
  await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref())])
}
