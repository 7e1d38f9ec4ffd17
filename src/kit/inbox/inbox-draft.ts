import type { ApiName, EventOf } from '../../contract/words/index.ts'
import type { WebhookAnswer } from '../../protocol/index.ts'
import type { EventData } from '../events/event-types.ts'
import type { Where } from '../events/where.ts'
import type { Waiting } from '../timeouts.ts'

/** What to receive. */
export interface InboxDraft<Api extends ApiName = 'customer'> {
  /** The API whose events it receives. @default 'customer' */
  readonly api?: Api | undefined
  /** @default every event of the API */
  readonly events?: readonly EventOf<Api>[] | undefined
  /**
   * Answers to the first deliveries, one after the other; the last one holds for all that follow. An inbox with answers
   * has a subscription of its own, which Debitura may come to disable.
   * @default 200 to all
   */
  readonly answers?: readonly WebhookAnswer[] | undefined
}

/** How to wait for a delivery. */
export interface NextOptions<Api extends ApiName, Event extends EventOf<Api>> extends Waiting {
  /** Which of several. */
  readonly where?: Where<EventData<Api, Event>> | undefined
}
