import type { Query } from '../contract/operations/index.ts'
import type { CaseList } from '../contract/shapes/index.ts'
import type { Account } from '../protocol/index.ts'
import { fromCallSite } from './call-site.ts'
import type { Context } from './context.ts'
import { assertOwnFieldsOnly } from './payload/assert-own.ts'
import { type BuiltCase, buildCase, type CaseOverrides } from './payload/case-payload.ts'
import { type TestCase, testCase } from './test-case.ts'

/** The cases of one account: the creditor's own, or a client's. */
export class Cases {
  readonly #context: Context
  readonly #account: Account

  constructor(context: Context, account: Account) {
    this.#context = context
    this.#account = account
  }

  /** The payload that `create` would send, without the run's tag and marker: for code that creates cases itself. */
  build(overrides: CaseOverrides = {}): BuiltCase {
    return buildCase(overrides)
  }

  /**
   * Makes a test case with the run's tag. Whatever the test does not say is filled in, believable and unique.
   * @throws DebituraApiError where Debitura refuses; DebituraTestkitError `DBT_INVALID_PAYLOAD`, `DBT_INVALID_TAG`,
   * `DBT_SCOPE_OVER`, `DBT_RUN_OVER`, `DBT_NO_RUN`
   * @example
   * ```ts
   * const claim = await debitura.cases.create({ amountToRecover: 1500, currencyCode: 'USD' })
   * ```
   */
  create(overrides: CaseOverrides = {}): Promise<TestCase> {
    return fromCallSite(this.create, async () => {
      const { steward, scope } = this.#context
      const payload = buildCase(overrides)
      assertOwnFieldsOnly(payload, steward.address.tag)
      return testCase(
        this.#context,
        this.#account,
        await steward.call('createCase', scope, this.#account, payload),
      )
    })
  }

  /** A case by its id: one that the application under test made, say. */
  get(id: string): Promise<TestCase> {
    return fromCallSite(this.get, async () => {
      return testCase(
        this.#context,
        this.#account,
        await this.#context.steward.call('getCase', this.#account, id),
      )
    })
  }

  /** A case by the creditor's own reference. */
  getByCreditorReference(creditorReference: string): Promise<TestCase> {
    return fromCallSite(this.getByCreditorReference, () => this.#find({ creditorReference }))
  }

  /** A case by Debitura's reference, for example `Q8OAXF3W`. */
  getByReference(reference: string): Promise<TestCase> {
    return fromCallSite(this.getByReference, () => this.#find({ reference }))
  }

  /**
   * One page of the account's cases, everybody's. Names of parameters as published: `Page`, `PageSize`, `Statuses`,
   * `Sort` and so on.
   * @see Customer API, `GET /cases`
   */
  list(query: Query = {}): Promise<CaseList> {
    return fromCallSite(this.list, () => this.#context.steward.call('listCases', this.#account, query))
  }

  async #find(by: { creditorReference: string } | { reference: string }): Promise<TestCase> {
    return testCase(
      this.#context,
      this.#account,
      await this.#context.steward.call('findCase', this.#account, by),
    )
  }
}
