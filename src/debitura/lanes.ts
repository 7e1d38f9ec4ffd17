import type { Lane } from './call-request.ts'
import { WaitingLine } from './waiting-line.ts'

/** The connections of one origin, shared out between tests, polls and cleanup. Earlier calls go first in each lane. */
export class Lanes {
  readonly #connections: number
  readonly #lanes: Readonly<Record<Lane, OneLane>>

  constructor(connections: number, widened: boolean) {
    const reserve = reserveOf(connections)
    this.#connections = connections
    this.#lanes = {
      test: new OneLane(connections - reserve),
      poll: new OneLane(reserve),
      cleanup: new OneLane(widened ? connections : reserve),
    }
  }

  /** Runs a task as soon as its lane has a connection free. */
  run<T>(lane: Lane, order: number, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    return this.#lanes[lane].run(order, signal, task)
  }

  /** Tests are over: cleanup may use every connection. */
  widen(): void {
    this.#lanes.cleanup.widen(this.#connections)
  }
}

/** Some connections. A task that ends hands its own to whoever waits. */
class OneLane {
  readonly #waiting = new WaitingLine()
  #connections: number
  #free: number

  constructor(connections: number) {
    this.#connections = connections
    this.#free = connections
  }

  run<T>(order: number, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    if (this.#free === 0) return this.#waiting.join(order, signal, () => this.#carryOut(task))
    this.#free -= 1
    return this.#carryOut(task)
  }

  async #carryOut<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task()
    } finally {
      this.#handOut(1)
    }
  }

  widen(connections: number): void {
    const more = connections - this.#connections
    this.#connections = connections
    this.#handOut(more)
  }

  #handOut(connections: number): void {
    const taken = Math.min(connections, this.#waiting.length)
    this.#free += connections - taken
    this.#waiting.release(taken)
  }
}

/** Connections that cleanup has for itself while tests run, and polls too: four, and less where there are few. */
function reserveOf(connections: number): number {
  return Math.max(1, Math.min(4, Math.floor(connections / 4)))
}
