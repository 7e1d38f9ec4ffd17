import { LIFECYCLES, type Lifecycle, lifecycleOf } from '../../contract/words/index.ts'
import type { Behaviours } from '../behaviours.ts'
import { badRequest } from '../http/refusal.ts'

/** The lifecycles that `Statuses` names, by name or label; `undefined` where it names none. */
export function statusFilter(
  statuses: readonly string[],
  { unknownStatus }: Behaviours,
): ReadonlySet<Lifecycle> | undefined {
  if (statuses.length === 0) return undefined
  const named = new Set<Lifecycle>()
  for (const status of statuses) {
    const lifecycle = lifecycleOf(status)
    if (lifecycle !== undefined) named.add(lifecycle)
    else if (unknownStatus === 'refuse') {
      throw badRequest(
        'InvalidStatus',
        `Unknown status: ${status}. Use ${Object.keys(LIFECYCLES).join(', ')}.`,
      )
    }
  }
  return named
}
