import type { ReplayedEvent, WebhookEvent } from '../../contract/shapes/index.ts'
import type { EventOf } from '../../contract/words/index.ts'
import type { Account } from '../../protocol/index.ts'
import { fromCallSite } from '../call-site.ts'
import type { Context } from '../context.ts'
import type { CaseApi, EventData } from './event-types.ts'

class CaseEventActions {
  declare readonly id: string
  readonly #context: Context
  readonly #account: Account

  constructor(context: Context, account: Account) {
    this.#context = context
    this.#account = account
  }

  /**
   * Has the event delivered again, word for word, to the subscription that it was sent to, with `X-Debitura-Replay`.
   * @throws DebituraApiError where Debitura refuses
   * @see Customer API, `POST /webhooks/events/{id}/replay`
   */
  replay(): Promise<ReplayedEvent> {
    return fromCallSite(this.replay, () => this.#context.steward.call('replayEvent', this.#account, this.id))
  }
}

/**
 * One row of a case's event log: an event as it was sent to one subscription, with `event` and `data` of its payload,
 * which is JSON text. `data` is empty where the payload is not JSON.
 */
export type CaseEventRecord<
  Api extends CaseApi = 'customer',
  Event extends EventOf<Api> = EventOf<Api>,
> = CaseEventActions &
  Readonly<WebhookEvent> &
  { [Name in Event]: { readonly event: Name; readonly data: EventData<Api, Name> } }[Event]

/** Makes the handle of a row. */
export function caseEvent<Api extends CaseApi>(
  context: Context,
  account: Account,
  row: WebhookEvent,
): CaseEventRecord<Api> {
  const handle = Object.assign(new CaseEventActions(context, account), row, {
    event: row.eventType,
    data: dataOf(row.payload),
  })
  // What an event says of itself is Debitura's word, and the contract has it.
  return handle as unknown as CaseEventRecord<Api>
}

function dataOf(payload: string | null): unknown {
  try {
    return JSON.parse(payload ?? '')?.data ?? {}
  } catch {
    return {}
  }
}
