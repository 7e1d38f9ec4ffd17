import { WEBHOOK_HEADERS } from '../../contract/index.ts'
import type { Account, WebhookAnswer } from '../../protocol/index.ts'
import { checkSignature } from '../../webhooks/index.ts'
import type { MadeWebhook } from '../make/make-webhook.ts'
import type { WebhookSettings } from '../settings.ts'
import { type Arrival, readArrival } from './arrivals.ts'
import { listenForDeliveries, type Received, type Receiver, type Reception } from './receiver.ts'

/** Cases and clients that are not the run's, as far as is known yet, and of which deliveries are kept. */
const KEEP_UNCLAIMED = 2_000

/** What to answer is up to whoever has the subscription. */
type Answering = (arrival: Arrival) => Reception['answer']

interface KnownSubscription {
  readonly secret: string
  readonly subjects: readonly string[]
  readonly answering: Answering
}

/** What the post office works with. */
export interface PostOfficeOptions {
  readonly settings: WebhookSettings | undefined
  /** Whether Debitura delivers to loopback. */
  readonly isSandbox: boolean
  /** Whether a case or a client is of this run, by its id. */
  readonly isOurs: (subject: string) => boolean
  /** Hears of each arrival. */
  readonly onArrival: (arrival: Arrival) => void
}

/** The answer to whatever nobody wants to answer otherwise. */
export const ACCEPTED: WebhookAnswer = { status: 200 }

/** Takes in what is delivered to the run, verifies it, and keeps it until somebody asks for it. */
export class PostOffice {
  readonly #options: PostOfficeOptions
  readonly #known = new Map<string, KnownSubscription>()
  readonly #bySubject = new Map<string, Arrival[]>()
  /** Subjects that were nobody's when something about them came, oldest first. */
  readonly #unclaimed = new Set<string>()
  /** What nobody can ask for, by what is wrong with it. */
  readonly #strays = new Map<string, number>()
  readonly #waiting = new Set<() => void>()
  #receiver: Promise<Receiver> | undefined
  #received = 0
  #isClosed = false

  constructor(options: PostOfficeOptions) {
    this.#options = options
  }

  /**
   * Where Debitura can deliver to; `undefined` where it cannot reach this machine. The receiver opens with the first who
   * asks.
   * @throws DebituraTestkitError `DBT_PORT_TAKEN`
   */
  async url(): Promise<URL | undefined> {
    const { isSandbox, settings } = this.#options
    if (settings === undefined || (!isSandbox && settings.publicUrl === undefined)) return undefined
    const receiver = await this.open()
    return new URL(settings.publicUrl ?? receiver)
  }

  /**
   * Opens the receiver, once.
   * @returns where it listens
   * @throws DebituraTestkitError `DBT_PORT_TAKEN`
   */
  async open(): Promise<string> {
    this.#receiver ??= listenForDeliveries(this.#options.settings?.port ?? 0, (received) =>
      this.#take(received),
    )
    const { port } = await this.#receiver
    return `http://127.0.0.1:${port}/`
  }

  /** From here on, what comes for a subscription is expected. */
  expect(account: Account, { marker, webhook }: MadeWebhook, answering: Answering = () => ACCEPTED): void {
    // Whatever comes to a client's own subscription is about that client.
    const subjects = account.kind === 'client' ? [account.externalTenantId] : []
    this.#known.set(marker, { secret: webhook.secret ?? '', subjects, answering })
  }

  /** Nobody says any more what to answer to some subscriptions: what comes for them is accepted. */
  release(markers: readonly string[]): void {
    for (const marker of markers) {
      const known = this.#known.get(marker)
      if (known !== undefined) this.#known.set(marker, { ...known, answering: () => ACCEPTED })
    }
  }

  /** What came for some subscriptions about some subjects, in order. */
  arrivals(markers: readonly string[], subjects: Iterable<string>): readonly Arrival[] {
    const found = [...subjects].flatMap((subject) => this.#bySubject.get(subject) ?? [])
    return [...new Set(found)]
      .filter((arrival) => markers.includes(arrival.marker))
      .sort((one, other) => one.order - other.order)
  }

  /** What is shown to nobody, in words: of some subscriptions, and of what cannot be told whose it is. */
  strays(markers: readonly string[]): readonly string[] {
    const foreign = this.#foreign(markers)
    return [
      ...[...this.#strays].map(([what, many]) => `${many} ${what}`),
      ...(foreign > 0 ? [`${foreign} about cases and clients that this run did not make`] : []),
    ]
  }

  /** Nobody asks for what is about these any more. */
  forget(subjects: Iterable<string>): void {
    for (const subject of subjects) this.#bySubject.delete(subject)
  }

  /** Resolves when something came, or may have found its owner; or when the time is over. */
  next(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, withinMs)
      this.#waiting.add(done)
    })
  }

  /** Lets everyone who waits look again. */
  stir(): void {
    for (const look of [...this.#waiting]) look()
  }

  /** Whether nothing can come any more. */
  get isClosed(): boolean {
    return this.#isClosed
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.stir()
    await (await this.#receiver?.catch(() => undefined))?.close()
  }

  #take(received: Received): Reception {
    const { body, marker = '' } = received
    const known = this.#known.get(marker)
    if (body === undefined) return this.#stray('longer than 1 MiB', { status: 413 })
    if (known === undefined) return this.#stray('for no subscription of this run', { status: 404 })
    const { headers, receivedAt } = received
    const header = headers[WEBHOOK_HEADERS.signature.toLowerCase()]
    const verdict = checkSignature(body, header, known.secret, new Date(receivedAt))
    const signatureProblem = verdict.ok ? undefined : verdict.why
    this.#received += 1
    const about = { marker, order: this.#received, signatureProblem, subjects: known.subjects }
    return this.#keep(readArrival(received, body, about), known)
  }

  #keep(arrival: Arrival, { answering }: KnownSubscription): Reception {
    if (arrival.payload === undefined) return this.#stray('not JSON', ACCEPTED)
    if (arrival.subjects.length === 0) return this.#stray('about no case and no client', ACCEPTED)
    const answer = answering(arrival)
    for (const subject of arrival.subjects) {
      const about = this.#bySubject.get(subject) ?? []
      about.push(arrival)
      this.#bySubject.set(subject, about)
      if (!this.#options.isOurs(subject)) this.#dropUnclaimed(subject)
    }
    this.#options.onArrival(arrival)
    this.stir()
    return {
      answer,
      answered: (status) => {
        arrival.answered = status
        this.stir()
      },
    }
  }

  /** Other runs on the same account make events too, and nobody here will ask for them. */
  #dropUnclaimed(latest: string): void {
    this.#unclaimed.add(latest)
    const [oldest = latest] = this.#unclaimed
    if (this.#unclaimed.size <= KEEP_UNCLAIMED) return
    this.#unclaimed.delete(oldest)
    // A case may have been made just after its first delivery came.
    if (!this.#options.isOurs(oldest)) this.#bySubject.delete(oldest)
  }

  /** How many came about what others made: other runs on the same account, or the application under test. */
  #foreign(markers: readonly string[]): number {
    const theirs = [...this.#bySubject].flatMap(([subject, about]) =>
      this.#options.isOurs(subject) ? [] : about,
    )
    const isForeign = ({ isPing, marker, subjects }: Arrival) =>
      !isPing && markers.includes(marker) && !subjects.some(this.#options.isOurs)
    return new Set(theirs.filter(isForeign)).size
  }

  #stray(what: string, answer: WebhookAnswer): Reception {
    this.#strays.set(what, (this.#strays.get(what) ?? 0) + 1)
    this.stir()
    return { answer, answered: () => undefined }
  }
}
