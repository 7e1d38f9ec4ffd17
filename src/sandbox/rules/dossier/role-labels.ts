/** What Debitura calls the sides of a conversation. */
export const ROLE_LABELS = { partner: 'Partner', creditor: 'Creditor' } as const
