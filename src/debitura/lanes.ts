import PQueue from 'p-queue'
import type { Lane } from './call-request.ts'

/** The connections of one origin, shared out between tests and cleanup. Earlier calls go first in each lane. */
export class Lanes {
  readonly #connections: number
  readonly #queues: Readonly<Record<Lane, PQueue>>

  constructor(connections: number, widened: boolean) {
    const reserve = reserveOf(connections)
    this.#connections = connections
    this.#queues = {
      test: new PQueue({ concurrency: connections - reserve }),
      cleanup: new PQueue({ concurrency: widened ? connections : reserve }),
    }
  }

  /** Runs a task as soon as its lane has a connection free. */
  run<T>(lane: Lane, order: number, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    return this.#queues[lane].add(task, { priority: -order, signal })
  }

  /** Tests are over: cleanup may use every connection. */
  widen(): void {
    this.#queues.cleanup.concurrency = this.#connections
  }
}

/** Connections that cleanup has for itself while tests run: four, and less where there are few. */
function reserveOf(connections: number): number {
  return Math.max(1, Math.min(4, Math.floor(connections / 4)))
}
