import { setTimeout } from 'node:timers/promises'

/** Waits for a condition, and tells whether it came in time. */
export async function until(isSo: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs
  while (!isSo()) {
    if (performance.now() > deadline) return false
    await setTimeout(25)
  }
  return true
}
