import type {
  FireWebhookResult,
  PingResult,
  ReplayedEvent,
  TriggerWebhookResult,
  Webhook,
} from '../contract/shapes/index.ts'
import type { Account } from './account.ts'
import type { EventLog, InboxContents, InboxRequest, OpenedInbox, WebhookAnswer } from './delivery.ts'
import type { Scope } from './scope.ts'

/** What a test worker can ask of the steward that is about webhooks. */
export type WebhookFunctions = {
  /** `forRun`: one subscription for everybody who asks for the same, until the run is over. */
  createWebhook(
    scope: Scope,
    account: Account,
    url: string,
    events: readonly string[],
    options?: { readonly forRun: boolean } | undefined,
  ): Promise<Webhook>
  getWebhook(account: Account, id: string): Promise<Webhook>
  /** Enables a subscription that Debitura has disabled. */
  enableWebhook(account: Account, id: string): Promise<Webhook>
  deleteWebhook(account: Account, id: string): Promise<void>
  pingWebhook(account: Account, id: string): Promise<PingResult>

  openInbox(scope: Scope, account: Account, request: InboxRequest): Promise<OpenedInbox>
  /** What the inbox has; answers once there are more than `seen`, or when so many milliseconds are over. */
  readInbox(inboxId: string, seen: number, withinMs: number): Promise<InboxContents>
  /** Pings the inbox, which shows that delivery then. */
  pingInbox(inboxId: string): Promise<PingResult>
  /** Answers the deliveries that come from now on. */
  answerInbox(inboxId: string, answers: readonly WebhookAnswer[]): Promise<void>

  /** A case's event log; answers once it is newer than `version`, or when so many milliseconds are over. */
  eventLog(account: Account, caseId: string, version: number, withinMs: number): Promise<EventLog>
  /** Why an account's events are not recorded; empty where they are. */
  whyUnrecorded(account: Account): Promise<readonly string[]>
  /** Why an event may be missing from a case's log, likeliest first; empty where nothing is known to be wrong. */
  whyNoEvent(account: Account, caseId: string): Promise<readonly string[]>

  fireEvent(account: Account, caseId: string, event: string): Promise<FireWebhookResult>
  fireClientEvent(externalTenantId: string, event: string): Promise<TriggerWebhookResult>
  replayEvent(account: Account, eventId: string): Promise<ReplayedEvent>
}
