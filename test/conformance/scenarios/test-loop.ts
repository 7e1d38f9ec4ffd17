import { aboutCase, aboutNobody, aboutNoId, ask, givenCase, givenManagedCase } from './given.ts'
import type { Scenarios } from './story.ts'

const advance = (id: string) => `/test/cases/${id}/advance`
const one = (id: string) => `/test/cases/${id}`

/** Driving and deleting test cases, which two APIs publish alike. */
export const testCases = (who: 'customer' | 'partner'): Scenarios => ({
  'POST /test/cases/{id}/advance': {
    200: aboutCase(who, 'POST', advance, { to: 'Active' }),
    400: aboutCase(who, 'POST', advance, { to: 'Nirvana' }),
    ...aboutNobody(who, 'POST', advance, { to: 'Active' }),
  },
  'DELETE /test/cases/{id}': {
    204: aboutCase(who, 'DELETE', one),
    ...aboutNobody(who, 'DELETE', one),
    ...aboutNoId(who, 'DELETE', one),
  },
  'DELETE /test/cases': {
    204: async (cast) => {
      await (who === 'customer' ? givenCase : givenManagedCase)(cast)
      return cast[who]('DELETE', '/test/cases?tag=suite-run-1')
    },
    400: ask(who, 'DELETE', '/test/cases'),
  },
})
