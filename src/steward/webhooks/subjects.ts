import type { Ledger } from '../ledger.ts'

/** What deliveries to a test can be about: its cases, and its clients with whatever cases these have. */
export function subjectsOf(ledger: Ledger, scopeId: string): ReadonlySet<string> {
  return new Set(ledger.allIn(scopeId).flatMap(({ kind, key, id }) => (kind === 'client' ? key : (id ?? []))))
}
