import { checkedBehaviours } from '../check-behaviours.ts'
import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import { readJson } from '../http/request-body.ts'
import { guarded, worldNameOf } from './guarded.ts'

/**
 * A world's choices where Debitura's documentation is silent, over HTTP:
 * - `GET /_sandbox/worlds/{world}/behaviours`: every behaviour with its value;
 * - `PATCH /_sandbox/worlds/{world}/behaviours` with `{ "advanceFromPaused": "refuse" }`: changes those that it names.
 */
export function serveBehaviours(api: Api, debitura: Debitura): void {
  const path = '/_sandbox/worlds/{world}/behaviours'
  api.get(
    path,
    guarded((c) => debitura.worldToRead(worldNameOf(c)).behaviours),
  )
  api.patch(
    path,
    guarded(async (c) => {
      const name = worldNameOf(c)
      const what = `Failed to change the behaviours of the world '${name}'`
      const chosen = checkedBehaviours(what, await readJson(c))
      const world = debitura.world(name)
      world.behaviours = { ...world.behaviours, ...chosen }
      return world.behaviours
    }),
  )
}
