import type { ApiName, Environment } from '../contract/words/index.ts'
import { COLLECTION_PARTNER, CREDITOR, REFERRAL_PARTNER, type Scope } from '../protocol/index.ts'
import { Cases } from './cases.ts'
import { Clients } from './clients.ts'
import { Clock } from './clock.ts'
import { ManagedCases } from './managed-cases.ts'
import type { StewardClient } from './steward-client.ts'
import { Webhooks } from './webhooks.ts'

/**
 * Debitura, for one test: what is made through it is cleaned when the test is over.
 * @example
 * ```ts
 * test('an invoice is settled when its case closes as paid', async ({ debitura }) => {
 *   const claim = await debitura.cases.create({ amountToRecover: 1500 })
 *   await claim.advance('Closed:Paid')
 *   await expect(claim).toBeClosed('Paid')
 * })
 * ```
 */
export interface Debitura {
  /** Cases of the Customer API key's own account. */
  readonly cases: Cases
  /** Cases of the Collection Partner API key's own account. */
  readonly managedCases: ManagedCases
  /** Clients of the Referral Partner API key's own account. */
  readonly clients: Clients
  /** Webhooks: of the Customer API key's own account, and of the partners' where `api` says so. */
  readonly webhooks: Webhooks
  /** The sandbox's clock, which can be moved. */
  readonly clock: Clock
  /** The run's tag: every case of the run bears it. Give it to an application under test that makes cases itself. */
  readonly tag: string
  /** Where the run's calls go. */
  readonly environment: Environment
  /** Origins of the APIs, for an application under test. */
  readonly urls: Readonly<Partial<Record<ApiName, string>>>
}

/** Debitura, for one scope. */
export function debituraFor(steward: StewardClient, scope: Scope): Debitura {
  const context = { steward, scope }
  return {
    cases: new Cases(context, CREDITOR),
    managedCases: new ManagedCases(context),
    clients: new Clients(context),
    webhooks: new Webhooks(context, {
      customer: CREDITOR,
      'collection-partner': COLLECTION_PARTNER,
      'referral-partner': REFERRAL_PARTNER,
    }),
    clock: new Clock(context),
    get tag() {
      return steward.address.tag
    },
    get environment() {
      return steward.address.environment
    },
    get urls() {
      return steward.address.urls
    },
  }
}
