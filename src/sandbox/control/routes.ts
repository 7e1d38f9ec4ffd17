import type { ApiName } from '../../contract/words/index.ts'
import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import type { Exchange } from '../http/bindings.ts'
import { unsuccessText } from '../http/check-answer.ts'
import { badRequest, notFound, refusal } from '../http/refusal.ts'
import { readJson } from '../http/request-body.ts'
import { send } from '../http/send.ts'
import { isWorldName } from '../key.ts'
import type { World } from '../store/world.ts'
import { readBlockers, setBlockers } from '../world-view/blockers.ts'
import { intrusion } from './guard.ts'

type Answering = (c: Exchange) => unknown

/** Serves the sandbox's own controls. They are no part of Debitura, and no key opens them. */
export function serveControl(api: Api, name: ApiName, debitura: Debitura): void {
  const { environment } = debitura.settings
  api.get(
    '/_sandbox/health',
    guarded(() => ({ sandbox: true, nonce: debitura.nonce, api: name, environment })),
  )
  api.get(
    '/_sandbox/worlds/{world}',
    guarded((c) => census(debitura.existingWorld(worldName(c)), worldName(c))),
  )
  api.delete(
    '/_sandbox/worlds/{world}',
    guarded((c) => debitura.deleteWorld(worldName(c))),
  )
  api.post(
    '/_sandbox/worlds/{world}/clients/{externalTenantId}/blockers',
    guarded(async (c) => {
      const client = debitura
        .existingWorld(worldName(c))
        ?.clients.byTenant(c.req.param('externalTenantId') ?? '')
      if (client === undefined) throw notFound('client with this externalTenantId')
      setBlockers(client, readBlockers(await readJson(c)))
    }),
  )
}

function guarded(answer: Answering): (c: Exchange) => Promise<Response> {
  return async (c) => {
    try {
      const why = intrusion(c)
      if (why !== undefined) throw refusal(403, 'Forbidden', why)
      const body = await answer(c)
      return send(
        c,
        body === undefined ? { status: 204, text: '' } : { status: 200, text: JSON.stringify(body) },
      )
    } catch (error) {
      return send(c, unsuccessText(error))
    }
  }
}

function worldName(c: Exchange): string {
  const name = c.req.param('world') ?? ''
  if (!isWorldName(name)) throw badRequest('InvalidWorld', `'${name}' is not the name of a world.`)
  return name
}

/** What a world holds. One that nobody used yet holds nothing. */
function census(world: World | undefined, name: string) {
  const cases = [...(world?.cases.all() ?? [])].map(({ id }) => id)
  const clients = [...(world?.clients.all() ?? [])].map(({ externalTenantId }) => externalTenantId)
  const webhooks = (world?.webhooks.all() ?? []).map(({ id }) => id)
  const counts = { cases: cases.length, clients: clients.length, webhooks: webhooks.length }
  return { world: name, counts, cases, clients, webhooks }
}
