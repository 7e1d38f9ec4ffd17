import type { ReplayResult } from '../../../contract/shapes/index.ts'
import type { World } from '../../store/world.ts'
import { toUtc } from '../time.ts'

/**
 * Counts an account's cases since a time, which is all that the deprecated replay does.
 * @see Customer API, `POST /webhooks/{id}/replay`
 */
export function countCasesSince(world: World, accountId: string, since: string): ReplayResult {
  const from = toUtc(since)
  let eventsReplayed = 0
  for (const { dateCreated } of world.cases.ofAccount(accountId)) {
    // They come newest first.
    if (dateCreated < from) break
    eventsReplayed += 1
  }
  return { eventsReplayed }
}
