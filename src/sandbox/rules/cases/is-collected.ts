import type { Lifecycle } from '../../../contract/words/index.ts'

/** The lifecycles of a case that is with its collection partner: collection has started, and not ended. */
export const COLLECTED: readonly Lifecycle[] = ['Active', 'Paused']

/** Whether a case in a lifecycle is being collected. */
export const isCollected = (lifecycle: Lifecycle): boolean => COLLECTED.includes(lifecycle)
