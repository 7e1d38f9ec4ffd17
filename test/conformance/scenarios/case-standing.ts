import { aboutCase, aboutNobody, aboutNoId } from './given.ts'
import type { Scenarios } from './story.ts'

const period = (id: string) => `/cases/${id}/exclusive-period`
const validation = (id: string) => `/cases/${id}/validation`

/** How long a case is a partner's alone, and what it still lacks; two APIs publish them alike. */
export const caseStanding = (who: 'customer' | 'partner'): Scenarios => ({
  'GET /cases/{id}/exclusive-period': {
    200: aboutCase(who, 'GET', period, undefined, 'active'),
    ...aboutNobody(who, 'GET', period),
    ...aboutNoId(who, 'GET', period),
  },
  'GET /cases/{id}/validation': {
    200: async (cast) => {
      const { id } = cast.world.seedCase({ lifecycle: 'NeedsAdditionalDetails' })
      return cast[who]('GET', validation(id))
    },
    ...aboutNobody(who, 'GET', validation),
    ...aboutNoId(who, 'GET', validation),
  },
})
