import { createHash } from 'node:crypto'
import type { ApiName } from '../../contract/words/index.ts'
import type { RunId } from '../identity.ts'

type PerApi = Readonly<Partial<Record<ApiName, string>>>

/**
 * What tells whether two runs have the same keys, and does not tell the keys: with another one, a delete by tag would
 * look into another account, find nothing there, and seem to be done. Salted with the run, and far too short to try
 * keys against.
 */
export function keyPrints(runId: RunId, keys: PerApi): PerApi {
  return Object.fromEntries(
    Object.entries(keys).map(([api, key]) => [
      api,
      createHash('sha256').update(`${runId} ${api} ${key}`).digest('base64url').slice(0, 6),
    ]),
  )
}
