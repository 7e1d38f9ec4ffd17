import { managedClaim } from '../../../sandbox/payloads.ts'
import { AGENT, ask } from '../given.ts'
import { type Cast, NOBODY, type Scenarios } from '../story.ts'

/** Finding a case by Debitura's reference, among those collected and among those managed. */
const byDebiturasReference = (room: string): Scenarios[string] => ({
  200: async ({ partner }) => {
    const { body } = await partner('POST', '/managed-cases', managedClaim())
    return partner('GET', `${room}/case-reference/${body.reference}`)
  },
  404: ask('partner', 'GET', `${room}/case-reference/nothing`),
})

/** A production case that the partner started under a reference of its own. */
async function givenStarted({ partner, world }: Cast): Promise<void> {
  const { id } = world.seedCase({ lifecycle: 'PendingVerification', creditorReference: 'INV-1' })
  const start = { welcomeMessage: 'Hello', collectionPartnerReference: 'F-1', ...AGENT }
  await partner('POST', `/cases/${id}/start`, start)
}

export const references: Scenarios = {
  'GET /cases/case-reference/{caseReference}': byDebiturasReference('/cases'),
  'GET /managed-cases/case-reference/{caseReference}': byDebiturasReference('/managed-cases'),
  'GET /cases/by-partner-reference/{reference}': {
    200: async (cast) => {
      await givenStarted(cast)
      return cast.partner('GET', '/cases/by-partner-reference/F-1')
    },
    404: ask('partner', 'GET', '/cases/by-partner-reference/F-1'),
  },
  'GET /cases/by-partner-reference': {
    200: async (cast) => {
      await givenStarted(cast)
      return cast.partner('GET', '/cases/by-partner-reference?references=F-1,F-2')
    },
    400: ask('partner', 'GET', '/cases/by-partner-reference'),
  },
  'GET /cases/by-creditor-reference': {
    200: async (cast) => {
      await givenStarted(cast)
      const creditorId = (await cast.customer('GET', '/me')).body.id
      return cast.partner('GET', `/cases/by-creditor-reference?reference=INV-1&creditorId=${creditorId}`)
    },
    400: ask('partner', 'GET', '/cases/by-creditor-reference'),
    404: ask('partner', 'GET', `/cases/by-creditor-reference?reference=INV-1&creditorId=${NOBODY}`),
  },
}
