import type { Case, CloseCaseResult, StartCaseRequest, StartCaseResult } from '../contract/shapes/index.ts'
import type { PartnerCloseCode } from '../contract/words/index.ts'
import { COLLECTION_PARTNER } from '../protocol/index.ts'
import { fromCallSite } from './call-site.ts'
import { CaseActions } from './case-actions.ts'
import type { Context } from './context.ts'

class ManagedTestCaseActions extends CaseActions<'collection-partner'> {
  declare readonly id: string
  readonly #context: Context

  constructor(context: Context) {
    super(context, COLLECTION_PARTNER, 'collection-partner')
    this.#context = context
  }

  /**
   * Starts collection, as the collection partner: from `PendingVerification` to `Active`. `userEmail` is a member of
   * the partner's team.
   * @throws DebituraTestkitError `DBT_NOT_A_TEST_CASE` where the case is a real one
   * @see Collection Partner API, `POST /cases/{id}/start`
   */
  start(request: StartCaseRequest): Promise<StartCaseResult> {
    return fromCallSite(this.start, () => this.#context.steward.call('startCase', this.id, request))
  }

  /**
   * Closes the case, as the collection partner.
   * @throws DebituraTestkitError `DBT_NOT_A_TEST_CASE` where the case is a real one
   * @see Collection Partner API, `POST /cases/{id}/close`
   */
  close(closeCode: PartnerCloseCode, comment?: string): Promise<CloseCaseResult> {
    return fromCallSite(this.close, () =>
      this.#context.steward.call('closeCase', this.id, { closeCode, comment }),
    )
  }
}

/** A managed case on the Collection Partner API: its fields as they were last read, and what a test can do with it. */
export type ManagedTestCase = Readonly<Case> & ManagedTestCaseActions

/** Makes the handle of a managed case. */
export function managedTestCase(context: Context, fields: Case): ManagedTestCase {
  return Object.assign(new ManagedTestCaseActions(context), fields)
}
