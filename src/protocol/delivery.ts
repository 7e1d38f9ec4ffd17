import type { WebhookEvent } from '../contract/shapes/index.ts'

/** One request that reached the run's receiver. */
export interface Delivery {
  /** Its place among all that reached its inbox. */
  readonly nth: number
  /** `X-Debitura-Event`, or the event that the body names; `undefined` where neither says. */
  readonly event: string | undefined
  /** The envelope's id: the same in every delivery of one event. */
  readonly id: string | undefined
  /** The body as JSON; `undefined` where it is none. */
  readonly payload: unknown
  /** The body as it came. */
  readonly rawBody: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds since the epoch. */
  readonly receivedAt: number
  /** What is wrong with its signature; `undefined` where it is right. */
  readonly signatureProblem: string | undefined
  /** Whether it came with `X-Debitura-Replay`. */
  readonly isReplay: boolean
  /** Whether it is a ping: it came with `X-Debitura-Test`. */
  readonly isPing: boolean
  /** Whether the same event came to this inbox before: a retry, a replay, or one more delivery of it. */
  readonly isDuplicate: boolean
  /** The status that it was answered with; `undefined` where the answer is not given yet, or nobody waited for it. */
  readonly answered: number | undefined
}

/** How the receiver answers one delivery. */
export interface WebhookAnswer {
  /** @default 200 */
  readonly status?: number | undefined
  /** Milliseconds to wait before. @default 0 */
  readonly delay?: number | undefined
}

/** What a test wants to receive. */
export interface InboxRequest {
  readonly events: readonly string[]
  /**
   * Answers to the first deliveries, one after the other; the last one holds for all that follow. With answers, an inbox
   * has a subscription of its own, which may come to be disabled; without, it shares the run's.
   */
  readonly answers?: readonly WebhookAnswer[] | undefined
}

/** An inbox that is open. */
export interface OpenedInbox {
  readonly inboxId: string
  /** Those that it hears by: two where it is for events of clients and of cases. */
  readonly subscriptions: readonly SubscriptionOfInbox[]
}

/** A subscription that an inbox hears by. */
export interface SubscriptionOfInbox {
  readonly id: string
  /** Where Debitura delivers to. */
  readonly url: string
  /** What its deliveries are signed with, in Base64. */
  readonly secret: string
}

/** What an inbox has. */
export interface InboxContents {
  readonly deliveries: readonly Delivery[]
  /**
   * What came to the subscription and is shown to no test, in words; empty where there was nothing. For the message of a
   * time-out.
   */
  readonly strays: readonly string[]
}

/** The event log of a case, as it was read last. */
export interface EventLog {
  /** Goes up whenever the log has changed. */
  readonly version: number
  /** Newest first. */
  readonly events: readonly WebhookEvent[]
  /** How long it has been the same, in milliseconds of reading it. */
  readonly settledForMs: number
}
