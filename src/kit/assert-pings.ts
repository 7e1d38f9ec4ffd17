import { API_TITLES } from '../contract/words/index.ts'
import type { Account } from '../protocol/index.ts'
import { invalid } from './invalid.ts'

/**
 * Refuses to ping subscriptions of an API that has no ping. The Customer API alone has one.
 * @see Customer API, `POST /webhooks/{id}/test`
 */
export function assertPings({ kind }: Account): void {
  if (kind === 'creditor' || kind === 'client') return
  throw invalid(
    'Failed to ping a webhook subscription',
    `the ${API_TITLES[kind]} has no ping`,
    'Fire an event instead: `claim.fire()`, or `client.fire()` for a client',
  )
}
