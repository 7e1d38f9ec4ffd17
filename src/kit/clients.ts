import type { Query } from '../contract/operations/index.ts'
import type { ReferralCaseList } from '../contract/shapes/index.ts'
import { fromCallSite } from './call-site.ts'
import type { Context } from './context.ts'
import { buildClient, type ClientOverrides } from './payload/client-payload.ts'
import { type TestClient, testClient } from './test-client.ts'

/** The referral partner's clients. Sandbox and test environment only. */
export class Clients {
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  /**
   * Makes a client and has its onboarding completed, so that it has a signed contract: by the sandbox itself, elsewhere
   * by the option `completeOnboarding`. Where a standing client is set, that one is borrowed. Asking again for an
   * `externalTenantId` that this run made gives the same client.
   * @throws DebituraTestkitError `DBT_ONBOARDING` where nobody could sign; `DBT_CLIENTS_REFUSED` in production;
   * `DBT_NOT_OURS` where the client exists and another made it
   * @see docs.debitura.com/referral-partners, client onboarding
   */
  onboard(overrides: ClientOverrides = {}): Promise<TestClient> {
    return fromCallSite(this.onboard, () => this.#make(overrides, true))
  }

  /** Makes a client that has not signed yet: `onboardingLink()` is where it would. */
  create(overrides: ClientOverrides = {}): Promise<TestClient> {
    return fromCallSite(this.create, () => this.#make(overrides, false))
  }

  /** A client that somebody else made, by its externalTenantId. It cannot be reset. */
  get(externalTenantId: string): Promise<TestClient> {
    return fromCallSite(this.get, async () => {
      const fields = await this.#context.steward.call('getClient', externalTenantId)
      return testClient(this.#context, { ...fields, borrowed: true })
    })
  }

  /**
   * One page of all clients' cases, as the referral partner sees them.
   * @see Referral Partner API, `GET /cases`
   */
  listCases(query: Query = {}): Promise<ReferralCaseList> {
    return fromCallSite(this.listCases, () => this.#context.steward.call('listReferralCases', query))
  }

  async #make(overrides: ClientOverrides, sign: boolean): Promise<TestClient> {
    const { steward, scope } = this.#context
    return testClient(
      this.#context,
      await steward.call('createClient', scope, buildClient(overrides), { sign }),
    )
  }
}
