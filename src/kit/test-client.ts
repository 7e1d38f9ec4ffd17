import type { Client, Deletable, TriggerWebhookResult } from '../contract/shapes/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import type { Account, IssuedToken, OnboardedClient } from '../protocol/index.ts'
import { fromCallSite } from './call-site.ts'
import { Cases } from './cases.ts'
import type { Context } from './context.ts'
import { type FiredClientEvent, fireClientEvent } from './events/fire-client-event.ts'
import { Webhooks } from './webhooks.ts'

class TestClientActions {
  declare readonly externalTenantId: string
  declare readonly borrowed: boolean
  declare readonly onboardingLinks: Client['onboardingLinks']
  /** Cases on the client's behalf, with a bearer token that the kit mints and renews. */
  readonly cases: Cases
  /** Webhooks of the client's own account, on the Customer API. */
  readonly webhooks: Webhooks<'customer'>
  readonly #context: Context

  constructor(context: Context, account: Account) {
    this.#context = context
    this.cases = new Cases(context, account)
    this.webhooks = new Webhooks(context, { customer: account })
    // Not among the client's fields: kept out of comparisons and print-outs.
    const hidden = { enumerable: false }
    Object.defineProperties(this, { cases: hidden, webhooks: hidden })
  }

  /** Reads the client again, and updates this handle. */
  refresh(): Promise<this> {
    return fromCallSite(this.refresh, async () => {
      return Object.assign(this, await this.#context.steward.call('getClient', this.externalTenantId))
    })
  }

  /**
   * A bearer token for the Customer API on the client's behalf: for code under test. Good for at least a minute.
   * @see Referral Partner API, `POST /oauth/token`
   */
  token(): Promise<string> {
    return fromCallSite(this.token, async () => {
      const { accessToken }: IssuedToken = await this.#context.steward.call('token', this.externalTenantId)
      return accessToken
    })
  }

  /** Whether Debitura would let the client be deleted now, and why not. Sandbox and test environment only. */
  isDeletable(): Promise<Deletable> {
    return fromCallSite(this.isDeletable, () =>
      this.#context.steward.call('isDeletable', this.externalTenantId),
    )
  }

  /**
   * Resets the client at once: asks whether it can be deleted, closes test cases that stand in the way, deletes it.
   * Its e-mail addresses are free again then. It is reset at the end of the test in any case.
   * @throws DebituraTestkitError `DBT_CLIENT_BLOCKED` with Debitura's reason.
   * @see docs.debitura.com/referral-partners/concepts/reset-test-clients
   */
  reset(): Promise<void> {
    return fromCallSite(this.reset, () => this.#context.steward.call('resetClient', this.externalTenantId))
  }

  /**
   * Has Debitura send an event about the client to the referral partner's subscriptions. Nothing happens to the client.
   * @throws DebituraApiError where Debitura refuses; DebituraTestkitError `DBT_NOBODY_LISTENS` where no subscription asks
   * for the event
   * @see Referral Partner API, `POST /v1/Webhooks/test`
   * @example
   * ```ts
   * const inbox = await debitura.webhooks.inbox({ api: 'referral-partner' })
   * await client.fire('client.linked')
   * await inbox.next('client.linked')
   * ```
   */
  fire(event: FiredClientEvent): Promise<TriggerWebhookResult> {
    return fromCallSite(this.fire, () => fireClientEvent(this.#context, this.externalTenantId, event))
  }

  /** The page on which the client's contract is signed; `undefined` once it is. */
  onboardingLink(): string | undefined {
    return this.onboardingLinks?.url ?? undefined
  }

  /**
   * Resets the client at the end of a block: `await using client = await debitura.clients.onboard()`. One that is
   * borrowed stays, and one that was reset already is fine.
   */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.borrowed) return
    try {
      await this.reset()
    } catch (error) {
      if (!(error instanceof DebituraTestkitError && error.code === 'DBT_GONE')) throw error
    }
  }
}

/**
 * A client of the referral partner: its fields as they were last read, and what a test can do with it. `borrowed` is
 * true for a standing client, which is never reset.
 */
export type TestClient = Readonly<OnboardedClient> & TestClientActions

/** Makes the handle of a client. */
export function testClient(context: Context, fields: OnboardedClient): TestClient {
  const account: Account = { kind: 'client', externalTenantId: fields.externalTenantId }
  return Object.assign(new TestClientActions(context, account), fields)
}
