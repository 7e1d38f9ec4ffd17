import { API_EVENTS, type Webhook } from '../../contract/index.ts'
import { DebituraApiError } from '../../errors/index.ts'
import { type Account, accountKey } from '../../protocol/index.ts'
import { type MadeWebhook, makeWebhook, type WebhookDraft } from '../make/make-webhook.ts'
import type { MakeTools } from '../make/tools.ts'
import { isStanding } from '../resource.ts'
import { modesOf, type WebhookMode, webhookApi, webhookApiName } from '../webhook-api.ts'
import type { PostOffice } from './post-office.ts'
import { SharedMaking } from './shared-making.ts'

/**
 * Where a subscription delivers whose receiver Debitura cannot reach: nowhere, for a name of this kind never leads
 * anywhere. The event log is kept all the same, because it tells of attempts.
 * @see RFC 2606, section 2
 */
const NOWHERE = 'https://debitura-testkit.invalid/'

/** The subscriptions that all workers share: one for each account, or two where it has clients, to all their events. */
export class RunSubscriptions {
  readonly #tools: MakeTools
  readonly #office: PostOffice
  readonly #made: SharedMaking<MadeWebhook | { readonly problem: Error }>
  /** Their markers. */
  readonly #own = new Set<string>()
  /** Those that tests asked for, to last as long as the run. */
  readonly #asked: SharedMaking<MadeWebhook>

  constructor(tools: MakeTools, office: PostOffice) {
    this.#tools = tools
    this.#office = office
    // A client that was reset took its subscription along, and one that somebody deleted is gone as well.
    const isGone = ({ marker }: MadeWebhook) => !this.#stands(marker)
    this.#made = new SharedMaking((made) => !('problem' in made) && isGone(made))
    this.#asked = new SharedMaking(isGone)
  }

  /**
   * Makes an account's subscription, once: events are recorded from then on. A problem is kept for who looks for events;
   * whoever only makes a case has nothing to do with it.
   */
  async ensure(account: Account): Promise<void> {
    if (this.#tools.settings.webhooks !== undefined) await this.#of(account, 'test')
  }

  /**
   * The subscriptions of an account that hear of some events.
   * @throws whatever kept one from being made
   */
  get(account: Account, events: readonly string[]): Promise<readonly MadeWebhook[]> {
    return Promise.all(
      modesOf(events).map(async (mode) => {
        const made = await this.#of(account, mode)
        if ('problem' in made) throw made.problem
        return made
      }),
    )
  }

  /** A subscription of somebody else's URL, until the run is over: whoever asks for the same gets the same. */
  share(account: Account, draft: WebhookDraft): Promise<MadeWebhook> {
    const key = JSON.stringify([accountKey(account), draft.url, [...draft.events].sort()])
    return this.#asked.get(key, () => makeWebhook(this.#tools, undefined, account, draft))
  }

  /** Whether a marker is that of a subscription by which the run itself hears. */
  isOwn(marker: string): boolean {
    return this.#own.has(marker)
  }

  /** Why an account's events may not be recorded; empty where nothing is wrong with its subscription. */
  async problems(account: Account): Promise<readonly string[]> {
    if (this.#tools.settings.webhooks === undefined)
      return ['the option `webhooks` is false, so the run has no subscription, and nothing is recorded']
    const made = await this.#of(account, 'test')
    if ('problem' in made) return [`the run's subscription could not be made: ${made.problem.message}`]
    return this.#problemsOf(account, made)
  }

  async #problemsOf(account: Account, { marker, webhook: { id } }: MadeWebhook): Promise<readonly string[]> {
    const { accounts, ledger } = this.#tools
    try {
      const { getWebhook } = webhookApi(account)
      const now: Webhook = await accounts.call(account, getWebhook, { parameters: { id } })
      if (now.isActive) return []
      return [`Debitura has disabled the run's subscription: ${now.disabledReason ?? 'it does not say why'}`]
    } catch (error) {
      if (!(error instanceof DebituraApiError && error.status === 404)) throw error
      ledger.settle(marker, 'already-gone')
      return ["somebody deleted the run's subscription; the next case gets a new one"]
    }
  }

  #of(account: Account, mode: WebhookMode): Promise<MadeWebhook | { readonly problem: Error }> {
    return this.#made.get(`${accountKey(account)} ${mode}`, () => this.#make(account, mode))
  }

  #stands(marker: string): boolean {
    const known = this.#tools.ledger.get(marker)
    return known !== undefined && isStanding(known)
  }

  async #make(account: Account, mode: WebhookMode): Promise<MadeWebhook | { readonly problem: Error }> {
    try {
      const url = await this.#urlFor()
      const events = API_EVENTS[webhookApiName(account)].filter((event) => modesOf([event])[0] === mode)
      const made = await makeWebhook(this.#tools, undefined, account, { url, events })
      this.#own.add(made.marker)
      this.#office.expect(account, made)
      return made
    } catch (problem) {
      return { problem: problem instanceof Error ? problem : new Error(String(problem)) }
    }
  }

  async #urlFor(): Promise<string> {
    // A port that is taken is told to who opens an inbox; the event log needs none.
    const url = await this.#office.url().catch(() => undefined)
    return url?.href ?? NOWHERE
  }
}
