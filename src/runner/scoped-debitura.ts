import { type Debitura, debituraFor, type StewardClient } from '../kit/index.ts'

/** Debitura for one test or file, and the way to say that it is over. */
export interface ScopedDebitura {
  readonly debitura: Debitura
  /**
   * Says that the scope is over. Never fails: a scope that cannot be closed is cleaned when the run ends, and no test
   * is to be judged by it.
   */
  close(): Promise<void>
}

/** Opens a scope. Each attempt of each test has one of its own. */
export function openScope(steward: StewardClient, label: string): ScopedDebitura {
  const id = globalThis.crypto.randomUUID()
  return {
    debitura: debituraFor(steward, { id, label }),
    close: () => steward.call('closeScope', id).catch(() => undefined),
  }
}
