import { nanoid } from 'nanoid'
import * as v from 'valibot'
import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import type { Exchange } from '../http/bindings.ts'
import { Answered } from '../http/implement.ts'
import { refusal } from '../http/refusal.ts'
import type { Snapshot } from '../store/snapshot.ts'
import { guarded, worldNameOf } from './guarded.ts'
import { readOrder } from './read-order.ts'

const SnapshotOrder = v.strictObject({
  name: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,100}$/, "Use up to 100 letters, digits, '-' and '_'")),
  ),
})

/**
 * Snapshots of a world, over HTTP. They are kept in memory by name, twenty of each world:
 * - `POST /_sandbox/worlds/{world}/snapshots` with `{ "name": "clean" }`: takes one; without a name it gets one;
 * - `GET /_sandbox/worlds/{world}/snapshots`: those that are kept;
 * - `POST /_sandbox/worlds/{world}/snapshots/{name}/restore`: puts the world back;
 * - `DELETE /_sandbox/worlds/{world}/snapshots/{name}`: lets one go.
 */
export function serveSnapshots(api: Api, debitura: Debitura): void {
  const path = '/_sandbox/worlds/{world}/snapshots'
  api.get(
    path,
    guarded((c) => ({ snapshots: debitura.snapshots.of(worldNameOf(c)).map(written) })),
  )
  api.post(
    path,
    guarded(async (c) => {
      const { name = nanoid(10) } = await readOrder(c, SnapshotOrder)
      const snapshot = debitura.world(worldNameOf(c)).snapshot()
      debitura.snapshots.keep(name, snapshot)
      return new Answered(201, written([name, snapshot]))
    }),
  )
  api.post(
    `${path}/{name}/restore`,
    guarded((c) => debitura.restore(found(c, debitura))),
  )
  api.delete(
    `${path}/{name}`,
    guarded((c) => {
      found(c, debitura)
      debitura.snapshots.delete(worldNameOf(c), nameOf(c))
    }),
  )
}

const nameOf = (c: Exchange) => c.req.param('name') ?? ''
const written = ([name, { world, takenAt }]: [string, Snapshot]) => ({ name, world, takenAt })

function found(c: Exchange, { snapshots }: Debitura): Snapshot {
  const snapshot = snapshots.find(worldNameOf(c), nameOf(c))
  if (snapshot === undefined)
    throw refusal(404, 'NotFound', `There is no snapshot '${nameOf(c)}' of this world.`)
  return snapshot
}
