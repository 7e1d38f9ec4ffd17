import type { Debitura } from '../kit/index.ts'
import { openScope, type ScopedDebitura } from '../runner/scoped-debitura.ts'
import { workerSteward } from './worker-steward.ts'

/** A scope that opens when it is first used: most tests of a project need none. */
export class LazyScope {
  readonly #label: string
  #opened: ScopedDebitura | undefined
  #isOver = false

  constructor(label: string) {
    this.#label = label
  }

  get debitura(): Debitura {
    const isNew = this.#opened === undefined
    this.#opened ??= openScope(workerSteward(), this.#label)
    // Of a test that ran out of time, say: it learns that it is over as it would have if it had begun earlier.
    if (isNew && this.#isOver) void this.#opened.close()
    return this.#opened.debitura
  }

  async close(): Promise<void> {
    this.#isOver = true
    await this.#opened?.close()
  }
}
