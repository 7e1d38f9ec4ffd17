import type { ApiName } from '../../contract/words/index.ts'
import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import { serveAccounts } from './accounts.ts'
import { serveBehaviours } from './behaviours.ts'
import { serveClock } from './clock.ts'
import { serveFaults } from './faults.ts'
import { guarded } from './guarded.ts'
import { servePayments } from './payments.ts'
import { serveQuotes } from './quotes.ts'
import { serveSnapshots } from './snapshots.ts'
import { serveWorlds } from './worlds.ts'

/**
 * Serves the sandbox's own controls, the same on each API. They are no part of Debitura, and no key opens them.
 * `GET /_sandbox/health` tells which sandbox this is.
 */
export function serveControl(api: Api, name: ApiName, debitura: Debitura): void {
  const { environment } = debitura.settings
  api.get(
    '/_sandbox/health',
    guarded(() => ({ sandbox: true, nonce: debitura.nonce, api: name, environment })),
  )
  serveWorlds(api, debitura)
  servePayments(api, debitura)
  serveSnapshots(api, debitura)
  serveClock(api, debitura)
  serveFaults(api, debitura)
  serveBehaviours(api, debitura)
  serveQuotes(api, debitura)
  serveAccounts(api, debitura)
}
