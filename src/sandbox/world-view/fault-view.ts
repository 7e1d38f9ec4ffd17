import { checkedFaultOrder, type FaultOrder } from '../faults/fault-order.ts'
import type { FaultRow } from '../faults/fault-table.ts'
import type { World } from '../store/world.ts'

/** An order that was placed, and what became of it so far. */
export interface PlacedFault {
  readonly id: number
  readonly order: FaultOrder
  /** Calls that it was applied to. */
  readonly applied: number
  /** Calls that it still is to be applied to; `null` where it holds until it is cleared. */
  readonly left: number | null
}

/** What is to go wrong with the calls to a world. Calls without a valid key belong to no world: nothing happens to them. */
export interface FaultView {
  /**
   * Orders a fault. Of several that are in force delays add up, and the oldest of another kind decides.
   * @throws `DBT_SETTINGS` for an order that makes no sense
   * @example
   * ```ts
   * sandbox.world().faults.order({ kind: 'lose', operation: 'createCase', times: 1 })
   * ```
   */
  order(order: FaultOrder): PlacedFault
  /** What was ordered, oldest first; also what is used up, until room is needed. */
  list(): readonly PlacedFault[]
  /**
   * Takes orders back.
   * @param id - defaults to all of them
   */
  clear(id?: number): void
}

/** The faults of a world that is found anew each time. */
export function faultView(world: () => World): FaultView {
  return {
    order: (order) => {
      const checked = checkedFaultOrder(order)
      const found = world()
      return placedFault(found.faults.place(found.sequences.next('fault'), checked))
    },
    list: () => [...world().faults.all()].map(placedFault),
    clear: (id) => {
      const { faults } = world()
      if (id === undefined) return faults.clear()
      const row = faults.byId(id)
      if (row !== undefined) faults.delete(row)
    },
  }
}

export const placedFault = ({ id, order, applied }: FaultRow): PlacedFault => ({
  id,
  order: structuredClone(order),
  applied,
  left: order.times === undefined ? null : order.times - applied,
})
