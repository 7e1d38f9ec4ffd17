/** As much of a row as tells where it belongs. */
interface Addressed {
  readonly id: string
  readonly subscriptionId: string
  /** The case, or the link of the client, that it tells of. */
  readonly subjectId: string
}

/** Rows that one subscription keeps; the oldest goes when a new one comes. */
const ROWS_PER_SUBSCRIPTION = 10_000

/** Rows that belong to a subscription and tell of a subject, and go when one of them goes. */
export class Posted<Row extends Addressed> {
  readonly #byId = new Map<string, Row>()
  readonly #bySubject = new Map<string, Set<Row>>()
  readonly #bySubscription = new Map<string, Set<Row>>()

  /** Answers the row that had to go. */
  add(row: Row): Row | undefined {
    const rows = setOf(this.#bySubscription, row.subscriptionId)
    const [oldest] = rows.size >= ROWS_PER_SUBSCRIPTION ? rows : []
    if (oldest !== undefined) this.delete(oldest)
    this.#byId.set(row.id, row)
    setOf(this.#bySubject, row.subjectId).add(row)
    // Deleting the only row has let go of the set.
    setOf(this.#bySubscription, row.subscriptionId).add(row)
    return oldest
  }

  delete(row: Row): void {
    this.#byId.delete(row.id)
    remove(this.#bySubject, row.subjectId, row)
    remove(this.#bySubscription, row.subscriptionId, row)
  }

  byId(id: string): Row | undefined {
    return this.#byId.get(id.toLowerCase())
  }

  /** Rows that tell of a subject, oldest first. */
  about(subjectId: string): Row[] {
    return [...(this.#bySubject.get(subjectId) ?? [])]
  }

  /** Rows of a subscription, oldest first. */
  to(subscriptionId: string): Row[] {
    return [...(this.#bySubscription.get(subscriptionId) ?? [])]
  }

  all(): IterableIterator<Row> {
    return this.#byId.values()
  }
}

function setOf<Row>(sets: Map<string, Set<Row>>, key: string): Set<Row> {
  const known = sets.get(key)
  if (known !== undefined) return known
  const fresh = new Set<Row>()
  sets.set(key, fresh)
  return fresh
}

function remove<Row>(sets: Map<string, Set<Row>>, key: string, row: Row): void {
  const set = sets.get(key)
  set?.delete(row)
  if (set?.size === 0) sets.delete(key)
}
