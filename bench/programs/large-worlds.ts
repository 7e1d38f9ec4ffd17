/** Worlds of the sandbox with many cases, and requests to them without a socket. */
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

/** Requests to the Customer API, one after the other. */
export interface Requests {
  readonly world: string
  readonly method: string
  /** `{id}` stands for the id of one of the world's cases, another one each time. */
  readonly path: string
  readonly body?: object
  readonly times: number
}

const ids = new Map<string, string[]>()

const functions = {
  /** Returns how many cases the world has, and how long that took. */
  fill({ world, cases, tags, casesPerTag, secondsAtMost }: Filling) {
    const view = sandbox.world(world)
    const some: string[] = []
    const startedAt = performance.now()
    const every = Math.max(1, Math.floor(cases / (tags.length * casesPerTag)))
    let tagged = 0
    let made = 0
    for (; made < cases && performance.now() - startedAt < secondsAtMost * 1000; made++) {
      const ours = made % every === 0 && tagged < tags.length * casesPerTag
      const tag = ours ? tags[tagged++ % tags.length] : `somebody-else-${made % 1000}`
      const { id } = view.seedCase({ isTest: true, tag: tag ?? '' })
      if (!ours && made % 37 === 0) some.push(id)
    }
    ids.set(world, some)
    return { made, seconds: (performance.now() - startedAt) / 1000 }
  },
  /** Milliseconds that one of the requests took, on average. */
  async send({ world, method, path, body, times }: Requests) {
    const some = ids.get(world) ?? []
    const paths = Array.from({ length: times }, (_, index) =>
      path.replace('{id}', some[(index * 31) % some.length] ?? ''),
    )
    const init = {
      method,
      headers: { XApiKey: sandboxKey(world), 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }
    const before = performance.now()
    for (const one of paths) {
      const { status } = await sandbox.request('customer', one, init)
      if (status >= 300) throw new Error(`${method} ${one} was answered ${status}`)
    }
    return (performance.now() - before) / times
  },
  memoryMegabytes: () => Math.round(process.memoryUsage().rss / 2 ** 20),
}

export type LargeWorlds = typeof functions
offer(functions)
