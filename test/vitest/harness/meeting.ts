import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { vi } from 'vitest'

/** Where tests of a project wait until the test outside lets them go on. Nobody sleeps. */
export interface Meeting extends AsyncDisposable {
  readonly url: string
  /** Waits at the point, as tests of the project do with the function of the same name. */
  meet(name: string): Promise<void>
  /** Resolves once as many as this wait, or have waited, at the point. */
  arrived(name: string, count?: number): Promise<void>
  /** Lets through who waits at the point, and whoever comes later: at once, or when `count` are there. */
  open(name: string, when?: { readonly count: number }): void
}

interface Point {
  arrivals: number
  opensAt: number
  readonly waiting: (() => void)[]
}

/** Opens a place with as many meeting points as names are used. */
export async function meeting(): Promise<Meeting> {
  const points = new Map<string, Point>()
  const pointAt = (name: string): Point => {
    const point = points.get(name) ?? { arrivals: 0, opensAt: Number.POSITIVE_INFINITY, waiting: [] }
    points.set(name, point)
    return point
  }
  const meet = (name: string) =>
    new Promise<void>((resolve) => {
      const point = pointAt(name)
      point.arrivals += 1
      point.waiting.push(resolve)
      letThrough(point)
    })
  const server = createServer(async (request, response) => {
    await meet(decodeURIComponent((request.url ?? '').slice(1)))
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    meet,
    arrived: (name, count = 1) =>
      vi.waitFor(
        () => {
          const { arrivals } = pointAt(name)
          if (arrivals < count) throw new Error(`${arrivals} of ${count} arrived at ${name}`)
        },
        { timeout: 60_000, interval: 20 },
      ),
    open(name, { count } = { count: 0 }) {
      const point = pointAt(name)
      point.opensAt = count
      letThrough(point)
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function letThrough({ arrivals, opensAt, waiting }: Point): void {
  if (arrivals < opensAt) return
  for (const goOn of waiting.splice(0)) goOn()
}
