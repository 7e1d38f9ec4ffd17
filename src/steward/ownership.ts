import type { Case } from '../contract/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import type { Ledger } from './ledger.ts'
import { isStanding, type Resource } from './resource.ts'

/** What a test may still use, what it may change, and what it may delete. The ledger decides, never a name that looks right. */
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
   * Lets only test cases be changed. What this run made is one; what any other case is, Debitura is asked.
   * @throws DebituraTestkitError `DBT_NOT_A_TEST_CASE`, `DBT_GONE`
   */
  async assertTestCase(
    id: string,
    verb: 'start' | 'close',
    read: (id: string) => Promise<Case>,
  ): Promise<void> {
    this.assertCaseThere(id)
    if (this.#ledger.findById(id)?.kind === 'case') return
    const { isTestCase } = await read(id)
    if (isTestCase === true) return
    throw new DebituraTestkitError({
      code: 'DBT_NOT_A_TEST_CASE',
      what: `Failed to ${verb} case ${id}`,
      why: 'it is a real case, and the kit changes test cases only',
      todo: 'Make a test case with `debitura.managedCases.create()`',
    })
  }

  /**
   * Lets only what this run made be deleted, or changed otherwise.
   * @throws DebituraTestkitError `DBT_NOT_OURS`
   */
  owned(known: Resource | undefined, what: string, verb = 'delete'): Resource {
    if (known) return known
    throw new DebituraTestkitError({
      code: 'DBT_NOT_OURS',
      what: `Failed to ${verb} ${what}`,
      why: 'this run did not make it',
      todo:
        verb === 'delete'
          ? 'Delete only what the test itself made; every case with the tag of the run is deleted at its end'
          : `Only what the run itself made can be ${verb}d by it`,
    })
  }
}
