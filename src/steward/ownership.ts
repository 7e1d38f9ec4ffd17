import { DebituraTestkitError } from '../errors/index.ts'
import type { Ledger } from './ledger.ts'
import { isStanding, type Resource } from './resource.ts'

/** What a test may still use, and what it may delete. The ledger decides, never a name that looks right. */
export class Ownership {
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /**
   * Refuses to go on with a case that this run has deleted.
   * @throws DebituraTestkitError `DBT_GONE`
   */
  assertCaseThere(id: string): void {
    const known = this.#ledger.findById(id)
    if (known === undefined || isStanding(known)) return
    throw new DebituraTestkitError({
      code: 'DBT_GONE',
      what: `Failed to use case ${id}`,
      why: 'it was deleted',
      todo: 'Make a new one with `debitura.cases.create()`',
    })
  }

  /**
   * Lets only what this run made be deleted.
   * @throws DebituraTestkitError `DBT_NOT_OURS`
   */
  owned(known: Resource | undefined, what: string): Resource {
    if (known) return known
    throw new DebituraTestkitError({
      code: 'DBT_NOT_OURS',
      what: `Failed to delete ${what}`,
      why: 'this run did not make it',
      todo: 'Delete only what the test itself made; every case with the tag of the run is deleted at its end',
    })
  }
}
