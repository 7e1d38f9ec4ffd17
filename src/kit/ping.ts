import type { PingResult } from '../contract/shapes/index.ts'
import { API_TITLES } from '../contract/words/index.ts'
import type { Account } from '../protocol/index.ts'
import type { Context } from './context.ts'
import { invalid } from './invalid.ts'

/**
 * Has Debitura deliver a made-up event at once. The Customer API alone can.
 * @see Customer API, `POST /webhooks/{id}/test`
 */
export async function ping({ steward }: Context, account: Account, id: string): Promise<PingResult> {
  if (account.kind === 'creditor' || account.kind === 'client') {
    return steward.call('pingWebhook', account, id)
  }
  throw invalid(
    `Failed to ping webhook subscription ${id}`,
    `the ${API_TITLES[account.kind]} has no ping`,
    'Fire an event instead: `claim.fire()`, or `client.fire()` for a client',
  )
}
