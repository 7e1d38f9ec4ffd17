import { aboutNobody, ask } from '../given.ts'
import type { Cast, Scenarios } from '../story.ts'

const one = (id: string) => `/ingestion-jobs/${id}`

/** A job of one note on a case. */
async function givenJob({ partner, world }: Cast) {
  const row = { type: 0, caseId: world.seedCase().id, description: 'Called the debtor', externalRef: 'n-1' }
  return partner('POST', '/ingestion-jobs', { rows: [row] })
}

export const ingestion: Scenarios = {
  'POST /ingestion-jobs': {
    202: givenJob,
    400: ask('partner', 'POST', '/ingestion-jobs', { rows: 'none' }),
  },
  'GET /ingestion-jobs/{jobId}': {
    200: async (cast) => {
      const { body } = await givenJob(cast)
      await cast.world.clock.moveForward('1m')
      return cast.partner('GET', one(body.jobId))
    },
    ...aboutNobody('partner', 'GET', one),
  },
}
