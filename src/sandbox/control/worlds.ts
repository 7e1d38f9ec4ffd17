import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import { Answered } from '../http/implement.ts'
import { notFound } from '../http/refusal.ts'
import type { World } from '../store/world.ts'
import { Blockers, setBlockers } from '../world-view/blockers.ts'
import { guarded, worldNameOf } from './guarded.ts'
import { readOrder } from './read-order.ts'

/**
 * Worlds, over HTTP:
 * - `GET /_sandbox/worlds`: all that there are, with what they count;
 * - `GET /_sandbox/worlds/{world}`: what is in one; it makes none;
 * - `PUT /_sandbox/worlds/{world}`: makes one, as its first use would: 201, or 200 where it is there;
 * - `DELETE /_sandbox/worlds/{world}`: deletes one, with the snapshots that are kept of it;
 * - `POST /_sandbox/worlds/{world}/clients/{externalTenantId}/blockers`: blocks a client's deletion.
 */
export function serveWorlds(api: Api, debitura: Debitura): void {
  api.get(
    '/_sandbox/worlds',
    guarded(() => ({
      worlds: [...debitura.worlds()].map((world) => ({ world: world.name, counts: countsOf(world) })),
    })),
  )
  api.get(
    '/_sandbox/worlds/{world}',
    guarded((c) => census(debitura.worldToRead(worldNameOf(c)))),
  )
  api.put(
    '/_sandbox/worlds/{world}',
    guarded((c) => {
      const name = worldNameOf(c)
      const status = debitura.existingWorld(name) === undefined ? 201 : 200
      return new Answered(status, census(debitura.world(name)))
    }),
  )
  api.delete(
    '/_sandbox/worlds/{world}',
    guarded((c) => debitura.deleteWorld(worldNameOf(c))),
  )
  api.post(
    '/_sandbox/worlds/{world}/clients/{externalTenantId}/blockers',
    guarded(async (c) => {
      const blockers = await readOrder(c, Blockers)
      const { clients } = debitura.worldToRead(worldNameOf(c))
      const client = clients.byTenant(c.req.param('externalTenantId') ?? '')
      if (client === undefined) throw notFound('client with this externalTenantId')
      setBlockers(client, blockers)
    }),
  )
}

/** What a world holds. */
function census(world: World) {
  const cases = [...world.cases.all()].map(({ id }) => id)
  const clients = [...world.clients.all()].map(({ externalTenantId }) => externalTenantId)
  const webhooks = [...world.webhooks.all()].map(({ id }) => id)
  return { world: world.name, counts: countsOf(world), cases, clients, webhooks }
}

const countsOf = ({ cases, clients, webhooks }: World) => ({
  cases: cases.size,
  clients: clients.size,
  webhooks: webhooks.size,
})
