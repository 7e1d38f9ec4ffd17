import type { Leftover } from '../../protocol/index.ts'

/** One text for the journal: who finds it reads why it is there. */
export function resultOf(leftovers: readonly Leftover[]): string {
  return `left over: ${leftovers.map(({ kind, id, reason }) => `${kind} ${id} (${reason})`).join('; ')}`
}
