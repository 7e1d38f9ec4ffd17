import type { WebhookEvent } from '../../contract/index.ts'
import type { Account } from '../../protocol/index.ts'
import { caseApi } from '../case-api.ts'
import type { MakeTools } from '../make/tools.ts'
import { EventLogs } from './event-logs.ts'
import { Inboxes } from './inboxes.ts'
import { PollBudget } from './poll-budget.ts'
import { PostOffice } from './post-office.ts'
import { RunSubscriptions } from './run-subscriptions.ts'

/** What a run hears of webhooks: its subscriptions, its receiver, the inboxes of its tests, and the event logs. */
export class RunWebhooks {
  readonly office: PostOffice
  readonly subscriptions: RunSubscriptions
  readonly inboxes: Inboxes
  readonly logs: EventLogs
  readonly #tools: MakeTools

  constructor(tools: MakeTools) {
    const { ledger, settings } = tools
    this.#tools = tools
    this.logs = new EventLogs(
      (account, caseId) => this.#readLog(account, caseId),
      new PollBudget(settings.environment !== 'sandbox' || settings.embedded?.rateLimits === true),
    )
    this.office = new PostOffice({
      settings: settings.webhooks,
      isSandbox: settings.environment === 'sandbox',
      isOurs: (subject) => (ledger.findById(subject) ?? ledger.get(subject)) !== undefined,
      onArrival: ({ subjects }) => {
        for (const subject of subjects) this.logs.stir(subject)
      },
    })
    this.subscriptions = new RunSubscriptions(tools, this.office)
    this.inboxes = new Inboxes({ tools, office: this.office, subscriptions: this.subscriptions })
  }

  /**
   * Opens the receiver ahead of its first use where a tunnel is to lead to it.
   * @returns what a person should know of it: where it listens, or why it does not
   */
  async open(): Promise<{ readonly receiver?: string; readonly problem?: string }> {
    if (this.#tools.settings.webhooks?.publicUrl === undefined) return {}
    try {
      return { receiver: await this.office.open() }
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) }
    }
  }

  /** The test is over: nobody asks any more for what is about its cases and clients. */
  closeScope(scopeId: string): void {
    const { ledger } = this.#tools
    this.inboxes.closeScope(scopeId)
    const made = ledger.allIn(scopeId).filter(({ scopes }) => scopes.size === 1)
    const subjects = made.flatMap(({ id, key }) => [key, ...(id === undefined ? [] : [id])])
    this.office.forget(subjects)
    this.logs.forget(subjects)
  }

  #readLog(account: Account, caseId: string): Promise<WebhookEvent[]> {
    const { listWebhookEvents } = caseApi(account)
    const query = { caseId }
    return this.#tools.accounts.call(account, listWebhookEvents, { parameters: {}, query, lane: 'poll' })
  }
}
