import type { FireWebhookResult, TriggerWebhookResult } from '../../contract/shapes/index.ts'
import { API_TITLES, type ApiName } from '../../contract/words/index.ts'
import { DebituraApiError, DebituraTestkitError } from '../../errors/index.ts'
import { reasons } from '../reasons.ts'

/** What was fired, and by which API. */
interface Fired {
  readonly what: string
  readonly api: ApiName
  /** Why nobody may have heard it. */
  readonly why: () => Promise<readonly string[]>
}

/** Says that an event went to nobody: Debitura does not call that an error, and a test would wait in vain. */
export async function assertHeard<Result extends FireWebhookResult | TriggerWebhookResult>(
  result: Result,
  { what, api, why }: Fired,
): Promise<Result> {
  if (result.enqueuedCount > 0) return result
  throw new DebituraTestkitError({
    code: 'DBT_NOBODY_LISTENS',
    what,
    why: `no active subscription of the ${API_TITLES[api]} asks for it`,
    todo:
      reasons(await why()) ??
      `Subscribe to it first, with \`debitura.webhooks.inbox({ api: '${api}' })\`, say`,
  })
}

/** Says what to do about an event that Debitura refused to fire. */
export function refusedFire(error: unknown, what: string): unknown {
  if (!(error instanceof DebituraApiError)) return error
  const todo = TODO[error.status]
  return todo === undefined ? error : new DebituraApiError(error, { what, why: error.why, todo })
}

/** @see docs.debitura.com/developer-concepts/webhooks/strategy */
const TODO: Readonly<Record<number, string>> = {
  400: 'Fire events of test cases and their clients only, and those that the API sends',
  422: "Give the case first what the event tells of: `advance('Closed:Paid')` makes a payment, say",
}
