import type { Operation } from '../../contract/operations/index.ts'
import { API_KEY_HEADER } from '../../contract/words/index.ts'
import type { Debitura } from '../debitura.ts'
import { sandboxKey } from '../key.ts'
import { authenticate, type Caller } from './authenticate.ts'
import type { Exchange } from './bindings.ts'
import { rateLimited, refusal } from './refusal.ts'

const UNKNOWN_CALLER =
  'The API key or the bearer token is missing, unknown or expired. The sandbox takes keys such as ' +
  `${sandboxKey()}, in the header ${API_KEY_HEADER}.`

/** Lets a caller in, or refuses: over the limit first, for calls without a valid key count too. */
export function admit(c: Exchange, operation: Operation, debitura: Debitura): Caller {
  const caller = authenticate(operation.api, c.req.raw.headers, debitura)
  const wait = debitura.settings.rateLimits ? waitFor(caller, debitura) : 0
  if (wait > 0) throw rateLimited(Math.ceil(wait))
  if (caller === undefined) throw refusal(401, 'Unauthorized', UNKNOWN_CALLER)
  return caller
}

/** Counts a call by its world's clock; those that no world knows share one budget. */
function waitFor(caller: Caller | undefined, { strangers, settings }: Debitura): number {
  return caller === undefined
    ? strangers.take('no valid key', settings.now().getTime())
    : caller.world.calls.take(caller.partition, caller.world.clock.milliseconds())
}

/** The caller as of now: while a body was under way, its world may have been deleted or restored. */
export function stillAdmitted(c: Exchange, caller: Caller, { api }: Operation, debitura: Debitura): Caller {
  if (debitura.existingWorld(caller.world.name) === caller.world) return caller
  const again = authenticate(api, c.req.raw.headers, debitura)
  if (again === undefined) throw refusal(401, 'Unauthorized', UNKNOWN_CALLER)
  return again
}
