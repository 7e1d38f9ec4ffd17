import { document } from '../../../sandbox/upload.ts'
import { form } from '../files.ts'
import { ask, givenClient } from '../given.ts'
import { type Cast, NOBODY, type Scenarios } from '../story.ts'

const one = (id: string) => `/cases/${id}`
const files = (id: string) => `/cases/${id}/files`
const MEGABYTE = 1_048_576

/** A case of a client of the referral partner. */
async function givenClientCase(cast: Cast): Promise<string> {
  return cast.world.seedCase({ externalTenantId: await givenClient(cast) }).id
}

const sending = (file?: File) => async (cast: Cast) => {
  const path = files(await givenClientCase(cast))
  return cast.referral('POST', path, form(file === undefined ? { note: 'No file' } : { file }))
}

export const referralCases: Scenarios = {
  'GET /cases': {
    200: async (cast) => {
      const externalTenantId = await givenClient(cast)
      for (const lifecycle of ['Active', 'PendingVerification', 'NeedsAdditionalDetails', 'Paused'] as const)
        cast.world.seedCase({ externalTenantId, lifecycle })
      return cast.referral('GET', '/cases')
    },
    400: ask('referral', 'GET', '/cases?Page=0'),
  },
  'GET /cases/{id}': {
    200: async (cast) => cast.referral('GET', one(await givenClientCase(cast))),
    404: ask('referral', 'GET', one(NOBODY)),
  },
  'POST /cases/{caseId}/files': {
    200: sending(document()),
    400: sending(),
    404: ask('referral', 'POST', files(NOBODY), form({ file: document() })),
    413: sending(document('invoice.pdf', new Uint8Array(26 * MEGABYTE))),
    415: sending(document('program.exe')),
  },
}
