/** Where an event of a case says that the case is. */
export const caseLinks = (origin: string, caseId: string) => ({ self: `${origin}/cases/${caseId}` })

/** Half a character, which JSON can bring and which no URL can carry. */
const LONE_SURROGATE = /\p{Surrogate}/gu

/** Where a referral partner's event says that the client is. */
export const clientLinks = (origin: string, externalTenantId: string) => ({
  client: `${origin}/clients/${encodeURIComponent(externalTenantId.replace(LONE_SURROGATE, '\ufffd'))}`,
})
