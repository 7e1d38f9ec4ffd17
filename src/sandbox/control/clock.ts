import * as v from 'valibot'
import type { Duration } from '../clock/duration.ts'
import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import type { World } from '../store/world.ts'
import { clockView } from '../world-view/clock-view.ts'
import { guarded, worldNameOf } from './guarded.ts'
import { readOrder } from './read-order.ts'

const ClockOrder = v.pipe(
  v.strictObject({
    frozen: v.optional(v.boolean()),
    moveForward: v.optional(v.string()),
    moveTo: v.optional(v.string()),
  }),
  v.check(
    (order) => Object.keys(order).length > 0,
    'Say one of frozen, moveForward and moveTo, for example { "moveForward": "2h" }',
  ),
  v.check(
    ({ moveForward, moveTo }) => moveForward === undefined || moveTo === undefined,
    'moveForward and moveTo exclude each other',
  ),
)

/**
 * A world's clock, over HTTP:
 * - `GET /_sandbox/worlds/{world}/clock`: its time, and whether it is frozen;
 * - `POST /_sandbox/worlds/{world}/clock` with `{ "frozen": true }`, `{ "moveForward": "2h" }` or
 *   `{ "moveTo": "2026-06-17T08:30:00Z" }`: answers once everything that fell due on the way has been done. `frozen`
 *   together with a move freezes before it, and runs after it.
 */
export function serveClock(api: Api, debitura: Debitura): void {
  const path = '/_sandbox/worlds/{world}/clock'
  api.get(
    path,
    guarded((c) => written(debitura.worldToRead(worldNameOf(c)))),
  )
  api.post(
    path,
    guarded(async (c) => {
      const { frozen, moveForward, moveTo } = await readOrder(c, ClockOrder)
      const world = debitura.world(worldNameOf(c))
      const clock = clockView(() => world)
      if (frozen === true) clock.freeze()
      // `moveForward` checks what it is given.
      if (moveForward !== undefined) await clock.moveForward(moveForward as Duration)
      if (moveTo !== undefined) await clock.moveTo(moveTo)
      if (frozen === false) clock.run()
      return written(world)
    }),
  )
}

const written = ({ clock }: World) => ({ now: clock.now(), frozen: clock.isFrozen })
