import { Posted } from './posted.ts'

/** One event as sent to one subscription. It appears once delivery was attempted. */
export interface EventRow {
  readonly id: string
  /** Order in which the events fired. */
  readonly sequence: number
  readonly subscriptionId: string
  /** Whose subscription it is. */
  readonly accountId: string
  /** The case, or the link of the client, that it tells of. */
  readonly subjectId: string
  readonly caseId: string | null
  readonly event: string
  /** The JSON text that was delivered. */
  readonly payload: string
  /** When the event fired. */
  readonly firedAt: string
  /** Later than the event where it is a replay. */
  readonly createdAt: string
  deliveredAt: string | null
  attemptCount: number
  lastResponseCode: number | null
  lastError: string | null
}

/** What was delivered, by case and by subscription. */
export class EventLog extends Posted<EventRow> {
  /** Rows of a case that belong to an account's subscriptions, newest first. */
  ofCase(caseId: string, accountId: string): EventRow[] {
    return this.about(caseId)
      .filter((row) => row.accountId === accountId)
      .sort((a, b) => b.sequence - a.sequence)
  }
}
