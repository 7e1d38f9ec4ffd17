import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import type { Sandbox } from '../../src/sandbox/index.ts'
import type { Moment } from './draw.ts'

/** Requests that reach a sandbox in this process, counted as they come. */
export interface Requests extends Disposable {
  readonly count: number
  /** How long no request has come, in milliseconds. */
  readonly quietMs: number
  /** Calls back within the moment, and again at each request after it until it is told that it is done. */
  at(moment: Moment, act: () => boolean): void
  /** Calls back at once where no request comes for so many milliseconds, until it is told that it is done. */
  whenQuiet(ms: number, act: () => boolean): void
  /** Calls back after each request that was answered. */
  afterEach(look: () => void): void
}

interface Waiting {
  readonly moment: Moment
  readonly act: () => boolean
}

/** Watches node's own servers: nothing stands between a run and the sandbox. */
export function watchRequests(sandbox: Sandbox): Requests {
  const ports = Object.values(sandbox.urls).map((url) => Number(new URL(url).port))
  const looks: (() => void)[] = []
  const timers = new Set<NodeJS.Timeout>()
  let waiting: readonly Waiting[] = []
  let count = 0
  let latest = performance.now()

  const pass = (edge: Moment['edge']) => {
    waiting = waiting.filter(({ moment, act }) => moment.edge !== edge || count < moment.request || !act())
  }
  const isHere = (message: unknown) => {
    // Node documents what it publishes on these two channels.
    const { request } = message as { readonly request: IncomingMessage }
    return ports.includes(request.socket.localPort ?? 0)
  }
  const onStart = (message: unknown) => {
    if (!isHere(message)) return
    count += 1
    latest = performance.now()
    pass('arrives')
  }
  const onFinish = (message: unknown) => {
    if (!isHere(message)) return
    pass('answered')
    for (const look of looks) look()
  }
  subscribe('http.server.request.start', onStart)
  subscribe('http.server.response.finish', onFinish)
  return {
    get count() {
      return count
    },
    get quietMs() {
      return performance.now() - latest
    },
    at: (moment, act) => {
      waiting = [...waiting, { moment, act }]
    },
    whenQuiet(ms, act) {
      const timer = setInterval(() => {
        if (count === 0 || performance.now() - latest < ms || !act()) return
        clearInterval(timer)
        timers.delete(timer)
      }, 50)
      timers.add(timer)
    },
    afterEach: (look) => void looks.push(look),
    [Symbol.dispose]() {
      unsubscribe('http.server.request.start', onStart)
      unsubscribe('http.server.response.finish', onFinish)
      for (const timer of timers) clearInterval(timer)
      waiting = []
    },
  }
}
