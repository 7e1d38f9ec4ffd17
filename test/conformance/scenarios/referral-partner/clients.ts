import { applicant, claim } from '../../../sandbox/payloads.ts'
import { aboutClient, ask, givenClient } from '../given.ts'
import { NOBODY, type Scenarios } from '../story.ts'

const one = (externalTenantId: string) => `/clients/${externalTenantId}`
const deletable = (externalTenantId: string) => `${one(externalTenantId)}/is-deletable`

export const clients: Scenarios = {
  'POST /clients': {
    201: async (cast) => cast.referral('POST', '/clients', applicant(await givenClient(cast))),
    202: ask(
      'referral',
      'POST',
      '/clients',
      applicant('tenant-1', { cases: [claim(), claim({ collectionPartnerId: NOBODY })] }),
    ),
    400: ask(
      'referral',
      'POST',
      '/clients',
      applicant('tenant-1', { cases: [claim({ currencyCode: 'XXX' })] }),
    ),
    409: async (cast) => {
      await cast.referral('POST', '/clients', applicant('tenant-1'))
      return cast.referral('POST', '/clients', { ...applicant('tenant-1'), externalTenantId: 'tenant-2' })
    },
  },
  'GET /clients': {
    200: async (cast) => {
      await givenClient(cast, false)
      cast.world.seedClient()
      return cast.referral('GET', '/clients')
    },
    400: ask('referral', 'GET', '/clients?PageSize=0'),
  },
  'GET /clients/{externalTenantId}': {
    200: aboutClient('GET', one),
    404: ask('referral', 'GET', one('nobody')),
  },
  'DELETE /clients/{externalTenantId}': {
    204: aboutClient('DELETE', one),
    404: ask('referral', 'DELETE', one('nobody')),
  },
  'GET /clients/{externalTenantId}/is-deletable': {
    200: async (cast) => {
      const tenant = await givenClient(cast)
      cast.world.seedCase({ externalTenantId: tenant })
      return cast.referral('GET', deletable(tenant))
    },
    404: ask('referral', 'GET', deletable('nobody')),
  },
  'POST /oauth/token': {
    200: async (cast) => cast.referral('POST', '/oauth/token', { externalTenantId: await givenClient(cast) }),
    400: ask('referral', 'POST', '/oauth/token', { externalTenantId: '' }),
    404: ask('referral', 'POST', '/oauth/token', { externalTenantId: 'nobody' }),
  },
}
