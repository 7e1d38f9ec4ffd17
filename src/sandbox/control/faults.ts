import type { Debitura } from '../debitura.ts'
import { checkedFaultOrder } from '../faults/fault-order.ts'
import type { Api } from '../http/api.ts'
import { Answered } from '../http/implement.ts'
import { notFound } from '../http/refusal.ts'
import { readJson } from '../http/request-body.ts'
import { faultView, placedFault } from '../world-view/fault-view.ts'
import { guarded, worldNameOf } from './guarded.ts'

/**
 * What is to go wrong in a world, over HTTP. Controls themselves are never struck.
 * - `POST /_sandbox/worlds/{world}/faults` with `{ "kind": "status", "status": 503, "times": 2 }`: orders a fault;
 * - `GET /_sandbox/worlds/{world}/faults`: what was ordered, and how often each was applied;
 * - `DELETE /_sandbox/worlds/{world}/faults`: takes all orders back;
 * - `DELETE /_sandbox/worlds/{world}/faults/{id}`: takes one back.
 */
export function serveFaults(api: Api, debitura: Debitura): void {
  const path = '/_sandbox/worlds/{world}/faults'
  api.get(
    path,
    guarded((c) => ({ faults: [...debitura.worldToRead(worldNameOf(c)).faults.all()].map(placedFault) })),
  )
  api.post(
    path,
    guarded(async (c) => {
      const name = worldNameOf(c)
      const order = checkedFaultOrder(await readJson(c))
      return new Answered(201, faultView(() => debitura.world(name)).order(order))
    }),
  )
  api.delete(
    path,
    guarded((c) => debitura.worldToRead(worldNameOf(c)).faults.clear()),
  )
  api.delete(
    `${path}/{id}`,
    guarded((c) => {
      const { faults } = debitura.worldToRead(worldNameOf(c))
      const row = faults.byId(Number(c.req.param('id')))
      if (row === undefined) throw notFound('fault with this id')
      faults.delete(row)
    }),
  )
}
