import type { Query } from '../contract/operations/index.ts'
import type { CaseList } from '../contract/shapes/index.ts'
import { COLLECTION_PARTNER } from '../protocol/index.ts'
import { fromCallSite } from './call-site.ts'
import type { Context } from './context.ts'
import { type ManagedTestCase, managedTestCase } from './managed-test-case.ts'
import { assertOwnFieldsOnly } from './payload/assert-own.ts'
import { type BuiltManagedCase, buildManagedCase, type ManagedCaseOverrides } from './payload/case-payload.ts'

/** The collection partner's cases. */
export class ManagedCases {
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  /** The payload that `create` would send, without the run's tag and marker. */
  build(overrides: ManagedCaseOverrides = {}): BuiltManagedCase {
    return buildManagedCase(overrides)
  }

  /** Makes a managed test case with the run's tag. Whatever the test does not say is filled in. */
  create(overrides: ManagedCaseOverrides = {}): Promise<ManagedTestCase> {
    return fromCallSite(this.create, async () => {
      const { steward, scope } = this.#context
      const payload = buildManagedCase(overrides)
      assertOwnFieldsOnly(payload, steward.address.tag)
      return managedTestCase(this.#context, await steward.call('createManagedCase', scope, payload))
    })
  }

  /** A managed case by its id. */
  get(id: string): Promise<ManagedTestCase> {
    return fromCallSite(this.get, async () => {
      return managedTestCase(this.#context, await this.#context.steward.call('getManagedCase', id))
    })
  }

  /** One page of the cases that the partner manages. @see Collection Partner API, `GET /managed-cases` */
  list(query: Query = {}): Promise<CaseList> {
    return fromCallSite(this.list, () => this.#context.steward.call('listManagedCases', query))
  }

  /**
   * One page of the cases that the partner collects. Test cases show only with `includeTestCases: true`.
   * @see Collection Partner API, `GET /cases`
   */
  listCollected(query: Query = {}): Promise<CaseList> {
    return fromCallSite(this.listCollected, () =>
      this.#context.steward.call('listCases', COLLECTION_PARTNER, query),
    )
  }
}
