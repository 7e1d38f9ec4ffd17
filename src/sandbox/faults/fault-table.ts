import type { Operation } from '../../contract/operations/index.ts'
import { aimAt, aimOf } from './aim.ts'
import { type FaultOrder, senseless } from './fault-order.ts'
import { draw } from './random.ts'

/** An order that was placed, and what became of it. */
export interface FaultRow {
  readonly id: number
  readonly order: FaultOrder
  /** What it is about, by `aimAt`. */
  readonly operations: readonly string[]
  /** Calls that it was applied to. */
  applied: number
  /** Where its random numbers go on from. */
  random: number
}

/** What happens to a call. */
export interface Strike {
  /** In milliseconds. */
  readonly delay: number
  /** What happens once it has waited; `undefined` where nothing else does. */
  readonly order: Exclude<FaultOrder, { kind: 'delay' }> | undefined
}

/** Orders that a world keeps, those that are used up among them: these go first. */
const ORDERS = 100

const DEFAULT_SEED = 1

/** The faults that were ordered in a world, oldest first. */
export class FaultTable {
  readonly #rows = new Map<number, FaultRow>()
  #inForce: readonly FaultRow[] = []

  /** Whether any call could be struck at all. */
  get areInForce(): boolean {
    return this.#inForce.length > 0
  }

  place(id: number, order: FaultOrder): FaultRow {
    if (this.#rows.size >= ORDERS) this.#makeRoom()
    const row: FaultRow = {
      id,
      order,
      operations: aimOf(order).operations,
      applied: 0,
      random: order.seed ?? DEFAULT_SEED,
    }
    this.add(row)
    return row
  }

  add(row: FaultRow): void {
    this.#rows.set(row.id, row)
    if (!isUsedUp(row)) this.#inForce = [...this.#inForce, row]
  }

  all(): IterableIterator<FaultRow> {
    return this.#rows.values()
  }

  byId(id: number): FaultRow | undefined {
    return this.#rows.get(id)
  }

  delete(row: FaultRow): void {
    this.#rows.delete(row.id)
    this.#inForce = this.#inForce.filter((other) => other !== row)
  }

  clear(): void {
    this.#rows.clear()
    this.#inForce = []
  }

  /**
   * What happens to a call of an operation. Orders are asked in the order in which they came: delays add up, and the
   * first of another kind decides.
   */
  strike(operation: Operation): Strike | undefined {
    let delay: number | undefined
    for (const row of this.#inForce) {
      const { order, operations } = row
      if (!operations.includes(aimAt(operation)) || !isDrawn(row)) continue
      row.applied += 1
      if (isUsedUp(row)) this.#inForce = this.#inForce.filter((other) => other !== row)
      delay = (delay ?? 0) + (order.delay ?? 0) + jitterOf(row)
      if (order.kind !== 'delay') return { delay, order }
    }
    return delay === undefined ? undefined : { delay, order: undefined }
  }

  #makeRoom(): void {
    for (const row of this.#rows.values()) {
      if (!isUsedUp(row)) continue
      this.delete(row)
      return
    }
    throw senseless(`${ORDERS} orders are in force already`, 'Clear some of them')
  }
}

const isUsedUp = ({ order, applied }: FaultRow) => applied >= (order.times ?? Number.POSITIVE_INFINITY)

function isDrawn(row: FaultRow): boolean {
  const { share = 1 } = row.order
  return share === 1 || random(row) < share
}

function jitterOf(row: FaultRow): number {
  const { jitter = 0 } = row.order
  return jitter === 0 ? 0 : Math.round(random(row) * jitter)
}

function random(row: FaultRow): number {
  const { value, next } = draw(row.random)
  row.random = next
  return value
}
