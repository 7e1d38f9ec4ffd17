import type { WorldView } from '../../src/sandbox/index.ts'
import { sizeOf } from './contents.ts'
import type { Requests } from './requests.ts'

/** When a world last grew, and when it was last brought back to its size; in milliseconds of this process. */
export interface CleanTime {
  readonly grewAt: number | undefined
  readonly cleanAt: number | undefined
}

/** Follows the size of a world from now on. */
export function watchSize(world: WorldView, requests: Requests): CleanTime {
  const foreign = sizeOf(world)
  const seen: { size: number; grewAt: number | undefined; cleanAt: number | undefined } = {
    size: foreign,
    grewAt: undefined,
    cleanAt: undefined,
  }
  requests.afterEach(() => {
    const size = sizeOf(world)
    if (size > seen.size) seen.grewAt = performance.now()
    if (size < seen.size && size <= foreign) seen.cleanAt = performance.now()
    seen.size = size
  })
  return seen
}
