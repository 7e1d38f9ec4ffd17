import type { Leftover } from '../../protocol/index.ts'
import type { Journal } from './journal.ts'

/** Nobody needs a journal where nothing is left; else it stays, with a line that says what. */
export function settleJournal(
  journal: Pick<Journal, 'leave' | 'remove'>,
  leftovers: readonly Leftover[],
): void {
  if (leftovers.length === 0) journal.remove()
  else journal.leave(resultOf(leftovers))
}

/** One text for the journal: who finds it reads why it is there. */
export function resultOf(leftovers: readonly Leftover[]): string {
  return `left over: ${leftovers.map(({ kind, id, reason }) => `${kind} ${id} (${reason})`).join('; ')}`
}
