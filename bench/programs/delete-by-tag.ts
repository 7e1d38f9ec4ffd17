/** Worlds of the sandbox with many cases, and deletes by tag in them. */
import { createSandbox, sandboxKey } from 'debitura-testkit/sandbox'
import { offer } from './offer.ts'

const sandbox = await createSandbox()

/** How to fill a world: cases with the given tags evenly among all the others. */
export interface Filling {
  readonly world: string
  readonly cases: number
  readonly tags: readonly string[]
  readonly casesPerTag: number
  /** Loading stops then, with what is there. */
  readonly secondsAtMost: number
}

const functions = {
  /** Returns how many cases the world has, and how long that took. */
  fill({ world, cases, tags, casesPerTag, secondsAtMost }: Filling) {
    const view = sandbox.world(world)
    const startedAt = performance.now()
    const every = Math.max(1, Math.floor(cases / (tags.length * casesPerTag)))
    let tagged = 0
    let made = 0
    for (; made < cases && performance.now() - startedAt < secondsAtMost * 1000; made++) {
      const ours = made % every === 0 && tagged < tags.length * casesPerTag
      const tag = ours ? tags[tagged++ % tags.length] : `somebody-else-${made % 1000}`
      view.seedCase({ isTest: true, tag: tag ?? '' })
    }
    return { made, seconds: (performance.now() - startedAt) / 1000 }
  },
  /** Milliseconds of one delete by tag, without a socket. */
  async delete(world: string, tag: string) {
    const before = performance.now()
    const { status } = await sandbox.request('customer', `/test/cases?tag=${tag}`, {
      method: 'DELETE',
      headers: { XApiKey: sandboxKey(world) },
    })
    const ms = performance.now() - before
    if (status !== 204) throw new Error(`DELETE /test/cases was answered ${status}`)
    return ms
  },
  memoryMegabytes: () => Math.round(process.memoryUsage().rss / 2 ** 20),
}

export type DeleteByTag = typeof functions
offer(functions)
