import { Posted } from './posted.ts'

/** An event on its way to one subscription. */
export interface Delivery {
  readonly id: string
  /** The row of the log that tells of it. */
  readonly eventId: string
  /** Order in which the events fired. */
  readonly sequence: number
  readonly subscriptionId: string
  /** The case, or the link of the client, that it tells of. */
  readonly subjectId: string
  readonly caseId: string | null
  readonly event: string
  readonly payload: string
  /** When the event fired. */
  readonly firedAt: string
  /** When it was put here: later than the event where it is a replay. */
  readonly createdAt: string
  readonly isReplay: boolean
  /** How often delivery was attempted. */
  attempts: number
  /** The moment of the attempt that is next or under way, in milliseconds since 1970. */
  due: number
  /** Whether an appointment is made for that moment. */
  isWaiting: boolean
}

/** What is still to be delivered. */
export class Outbox extends Posted<Delivery> {}
