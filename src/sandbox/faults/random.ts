/** A random number from 0 up to 1, and where to go on from. */
export interface Draw {
  readonly value: number
  readonly next: number
}

/**
 * Draws a number that follows from the seed alone: mulberry32, of which 32 bits are all it has to remember.
 * @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md
 */
export function draw(seed: number): Draw {
  const next = (seed + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(next ^ (next >>> 15), next | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32, next }
}
