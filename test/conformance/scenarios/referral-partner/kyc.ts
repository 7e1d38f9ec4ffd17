import { ask, givenClient } from '../given.ts'
import type { Scenarios } from '../story.ts'

const DIRECTOR = {
  directorFullName: 'Ada Lovelace',
  directorHomeAddress: '1 High Street',
  directorDateOfBirth: '1970-01-31',
}
const verification = (externalTenantId: string) => `/clients/${externalTenantId}/kyc-verification`
const withdrawal = (externalTenantId: string) => `/clients/${externalTenantId}/withdraw`

export const kyc: Scenarios = {
  'POST /clients/{externalTenantId}/kyc-verification': {
    201: async (cast) => {
      const path = verification(await givenClient(cast))
      const answer = await cast.referral('POST', path, DIRECTOR)
      await cast.referral('GET', '/clients')
      return answer
    },
    404: ask('referral', 'POST', verification('nobody'), DIRECTOR),
  },
  'POST /clients/{externalTenantId}/withdraw': {
    204: async (cast) => cast.referral('POST', withdrawal(await givenClient(cast, false))),
    404: ask('referral', 'POST', withdrawal('nobody')),
    409: async (cast) => {
      const externalTenantId = await givenClient(cast)
      cast.world.seedCase({ externalTenantId })
      return cast.referral('POST', withdrawal(externalTenantId))
    },
  },
}
