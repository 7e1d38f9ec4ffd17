import type { WebhookEvent } from '../../contract/shapes/index.ts'
import type { EventOf } from '../../contract/words/index.ts'
import type { Account } from '../../protocol/index.ts'
import type { Context } from '../context.ts'
import { type CaseEventRecord, caseEvent } from './case-event.ts'
import type { CaseApi } from './event-types.ts'

/** No log has this version, so that whoever knows it gets any. */
const UNREAD = -1

/** The log as it was read once. */
export interface ReadLog<Api extends CaseApi> {
  readonly version: number
  /** Newest first. */
  readonly events: readonly CaseEventRecord<Api>[]
  /** How long it has been the same, in milliseconds. */
  readonly settledForMs: number
}

/** The event log of one case, which the steward reads for all who wait. */
export class CaseLog<Api extends CaseApi> {
  readonly caseId: string
  readonly api: Api
  readonly context: Context
  readonly #account: Account

  constructor(context: Context, account: Account, { id, api }: { readonly id: string; readonly api: Api }) {
    this.context = context
    this.#account = account
    this.caseId = id
    this.api = api
  }

  /** The log as it is now. */
  read(): Promise<ReadLog<Api>> {
    return this.after(UNREAD, 0)
  }

  /** The log, once it has changed or so many milliseconds are over. */
  async after(version: number | undefined, withinMs: number): Promise<ReadLog<Api>> {
    const { steward } = this.context
    const log = await steward.call('eventLog', this.#account, this.caseId, version ?? UNREAD, withinMs)
    return { ...log, events: log.events.map((row) => caseEvent<Api>(this.context, this.#account, row)) }
  }

  /** Why nothing is recorded; empty where all is well. */
  whyUnrecorded(): Promise<readonly string[]> {
    return this.context.steward.call('whyUnrecorded', this.#account)
  }

  /** Why an event may be missing, likeliest first. */
  why(): Promise<readonly string[]> {
    return this.context.steward.call('whyNoEvent', this.#account, this.caseId)
  }
}

/** Whether a row is of an event. A row has the type of what it tells. */
export function isOf<Api extends CaseApi, Event extends EventOf<Api>>(
  row: CaseEventRecord<Api>,
  event: Event,
): row is CaseEventRecord<Api> & CaseEventRecord<Api, Event> {
  return row.event === event
}

/** Whether the receiver of a subscription has taken an event. */
export function isDeliveredTo(
  { id }: Pick<WebhookEvent, 'id'>,
  { deliveredAt, subscriptionId }: Pick<WebhookEvent, 'deliveredAt' | 'subscriptionId'>,
): boolean {
  return subscriptionId === id && deliveredAt !== null
}
