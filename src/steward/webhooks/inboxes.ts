import { nanoid } from 'nanoid'
import { customerApi, type PingResult } from '../../contract/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import type {
  Account,
  Delivery,
  InboxContents,
  InboxRequest,
  OpenedInbox,
  Scope,
  WebhookAnswer,
} from '../../protocol/index.ts'
import { assertEvents, makeWebhook } from '../make/make-webhook.ts'
import type { MakeTools } from '../make/tools.ts'
import { ArrangedAnswers } from './arranged-answers.ts'
import { type Arrival, caseIdOf } from './arrivals.ts'
import type { PostOffice } from './post-office.ts'
import type { RunSubscriptions } from './run-subscriptions.ts'
import { subjectsOf } from './subjects.ts'

/** What inboxes work with. */
export interface InboxTools {
  readonly tools: MakeTools
  readonly office: PostOffice
  readonly subscriptions: RunSubscriptions
}

interface Inbox {
  readonly account: Account
  /** The first of its subscriptions, which pings go to. */
  readonly subscriptionId: string
  readonly markers: readonly string[]
  readonly scopeId: string
  readonly events: ReadonlySet<string>
  /** Cases that pings of its own are about: Debitura makes them up. */
  readonly pinged: Set<string>
  /** What it showed so far, in order. */
  readonly shown: Arrival[]
  /** What is answered; only where the subscription is its own. */
  readonly answers: ArrangedAnswers | undefined
}

/** The inboxes of tests. Each shows what came for the cases and clients of its own test, and nothing else. */
export class Inboxes {
  readonly #tools: InboxTools
  readonly #open = new Map<string, Inbox>()

  constructor(tools: InboxTools) {
    this.#tools = tools
  }

  /**
   * Opens an inbox for a test.
   * @throws DebituraTestkitError `DBT_NO_RECEIVER` where Debitura cannot reach this machine, `DBT_PORT_TAKEN`,
   * `DBT_INVALID_PAYLOAD` for an event that the API does not have
   */
  async open(scope: Scope, account: Account, { events, answers }: InboxRequest): Promise<OpenedInbox> {
    assertEvents(account, events)
    const { office, subscriptions, tools } = this.#tools
    const url = await office.url()
    if (url === undefined) throw noReceiver(tools)
    const made = answers
      ? [await makeWebhook(tools, scope, account, { url: url.href, events })]
      : await subscriptions.get(account, events)
    const inbox: Inbox = {
      account,
      subscriptionId: made[0]?.webhook.id ?? '',
      pinged: new Set(),
      markers: made.map(({ marker }) => marker),
      scopeId: scope.id,
      events: new Set(events),
      shown: [],
      answers: answers && new ArrangedAnswers(answers, { office, ledger: tools.ledger, scopeId: scope.id }),
    }
    const inboxId = nanoid()
    this.#open.set(inboxId, inbox)
    const arranged = inbox.answers
    if (arranged) for (const one of made) office.expect(account, one, (arrival) => arranged.to(arrival))
    return {
      inboxId,
      subscriptions: made.map(({ webhook: { id, url: at, secret } }) => ({
        id,
        url: at ?? '',
        secret: secret ?? '',
      })),
    }
  }

  /** What an inbox has, once there is more than was seen, or when the time is over. */
  async read(inboxId: string, seen: number, withinMs: number): Promise<InboxContents> {
    const { office } = this.#tools
    const inbox = this.#inbox(inboxId)
    const deadline = performance.now() + withinMs
    for (;;) {
      this.#show(inbox)
      const leftMs = deadline - performance.now()
      if (inbox.shown.length > seen || leftMs <= 0 || office.isClosed)
        return { deliveries: inbox.shown.map(toDelivery), strays: office.strays(inbox.markers) }
      await office.next(leftMs)
    }
  }

  /**
   * Has Debitura ping the inbox, which shows that delivery then.
   * @see Customer API, `POST /webhooks/{id}/test`
   */
  async ping(inboxId: string): Promise<PingResult> {
    const { office, tools } = this.#tools
    const { account, pinged, subscriptionId: id } = this.#inbox(inboxId)
    const result = await tools.accounts.call(account, customerApi.pingWebhook, { parameters: { id } })
    const caseId = caseIdOf(result.testPayload)
    if (caseId !== undefined) pinged.add(caseId)
    // It came before Debitura said what is in it.
    office.stir()
    return result
  }

  /** Answers what comes from now on. */
  answer(inboxId: string, answers: readonly WebhookAnswer[]): void {
    const { answers: arranged } = this.#inbox(inboxId)
    if (arranged === undefined) throw sharesSubscription()
    arranged.arrange(answers)
  }

  /** The test is over. */
  closeScope(scopeId: string): void {
    for (const [inboxId, { scopeId: whose, markers, answers }] of this.#open) {
      if (whose !== scopeId) continue
      this.#open.delete(inboxId)
      if (answers) this.#tools.office.release(markers)
    }
  }

  #show(inbox: Inbox): void {
    const { office, tools } = this.#tools
    const known = new Set(inbox.shown)
    const came = office
      .arrivals(inbox.markers, [...subjectsOf(tools.ledger, inbox.scopeId), ...inbox.pinged])
      .filter(({ event, isPing }) => isPing || (event !== undefined && inbox.events.has(event)))
    inbox.shown.push(...came.filter((arrival) => !known.has(arrival)))
  }

  #inbox(inboxId: string): Inbox {
    const inbox = this.#open.get(inboxId)
    if (inbox !== undefined) return inbox
    throw new DebituraTestkitError({
      code: 'DBT_SCOPE_OVER',
      what: 'Failed to look into an inbox',
      why: 'its test is over',
      todo: 'Await every call inside the test',
    })
  }
}

function toDelivery(
  { marker, order, subjects, ...delivery }: Arrival,
  nth: number,
  all: readonly Arrival[],
): Delivery {
  const isDuplicate = delivery.id !== undefined && all.slice(0, nth).some(({ id }) => id === delivery.id)
  return { ...delivery, nth, isDuplicate }
}

function noReceiver({ settings }: MakeTools): DebituraTestkitError {
  const isOff = settings.webhooks === undefined
  return new DebituraTestkitError({
    code: 'DBT_NO_RECEIVER',
    what: 'Failed to open an inbox',
    why: isOff
      ? 'the option `webhooks` is false'
      : 'Debitura delivers to public https URLs only, and this run has none',
    todo: isOff
      ? 'Leave the option out'
      : 'Give `webhooks.publicUrl` the URL of a tunnel to the port `webhooks.port`; or look at the event log instead, which needs none: `claim.waitForEvent()`',
  })
}

function sharesSubscription(): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_INVALID_PAYLOAD',
    what: 'Failed to set the answers of an inbox',
    why: "it shares the run's subscription with other tests, and refusing deliveries may disable that",
    todo: 'Open it with answers of its own: `inbox({ answers: [{ status: 500 }] })`',
  })
}
