/**
 * Why a client cannot be deleted, in Debitura's words.
 * Older and future versions use other words: anything else is an unknown blocker, not an error.
 * @see docs.debitura.com/referral-partners/concepts/reset-test-clients
 */
export const BLOCKERS = {
  activeCase: 'Active case — must be closed before account deletion.',
  pendingLeadQuotes: 'You have pending lead quotes that must be resolved before deleting your account.',
  unpaidCommission: 'Unpaid partner commission — must be reconciled before account deletion.',
} as const

/** A known reason why a client cannot be deleted. */
export type BlockerKind = keyof typeof BLOCKERS

/** Tells a blocker by Debitura's text; `unknown` for a text that is not documented. */
export function blockerKind(text: string): BlockerKind | 'unknown' {
  for (const [kind, known] of Object.entries(BLOCKERS)) {
    // The keys of BLOCKERS are exactly the type BlockerKind.
    if (text.trim() === known) return kind as BlockerKind
  }
  return 'unknown'
}
