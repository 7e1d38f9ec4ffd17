import type { Subscription } from './webhook-table.ts'

/** One event as sent to one subscription. */
export interface EventRow {
  readonly id: string
  /** Order in which the events fired. */
  readonly sequence: number
  readonly subscription: Subscription
  readonly caseId: string
  readonly event: string
  /** The JSON text that was delivered. */
  readonly payload: string
  readonly createdAt: string
  readonly deliveredAt: string | null
  readonly attemptCount: number
  readonly lastResponseCode: number | null
  readonly lastError: string | null
}

/** Rows that one subscription keeps; the oldest goes when a new one comes. */
const ROWS_PER_SUBSCRIPTION = 10_000

/** What was delivered, by case and by subscription. */
export class EventLog {
  readonly #byCase = new Map<string, Set<EventRow>>()
  readonly #bySubscription = new Map<string, Set<EventRow>>()

  add(row: EventRow): void {
    const sent = setOf(this.#bySubscription, row.subscription.id)
    if (sent.size >= ROWS_PER_SUBSCRIPTION) {
      const [oldest] = sent
      if (oldest !== undefined) this.#delete(oldest)
    }
    sent.add(row)
    setOf(this.#byCase, row.caseId).add(row)
  }

  /** Rows of a case that belong to an account's subscriptions, newest first. */
  ofCase(caseId: string, accountId: string): EventRow[] {
    return [...(this.#byCase.get(caseId) ?? [])]
      .filter((row) => row.subscription.accountId === accountId)
      .sort((a, b) => b.sequence - a.sequence)
  }

  deleteCase(caseId: string): void {
    for (const row of this.#byCase.get(caseId) ?? [])
      this.#bySubscription.get(row.subscription.id)?.delete(row)
    this.#byCase.delete(caseId)
  }

  deleteSubscription(id: string): void {
    for (const row of this.#bySubscription.get(id) ?? []) this.#delete(row)
    this.#bySubscription.delete(id)
  }

  /** Rows by subscription, each subscription's oldest first. */
  *all(): Generator<EventRow, void> {
    for (const rows of this.#bySubscription.values()) yield* rows
  }

  #delete(row: EventRow): void {
    this.#bySubscription.get(row.subscription.id)?.delete(row)
    const ofCase = this.#byCase.get(row.caseId)
    ofCase?.delete(row)
    if (ofCase?.size === 0) this.#byCase.delete(row.caseId)
  }
}

function setOf(sets: Map<string, Set<EventRow>>, key: string): Set<EventRow> {
  const known = sets.get(key)
  if (known !== undefined) return known
  const fresh = new Set<EventRow>()
  sets.set(key, fresh)
  return fresh
}
