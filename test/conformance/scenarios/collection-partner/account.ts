import { ask, withoutKey } from '../given.ts'
import type { Scenarios } from '../story.ts'

export const partnerAccount: Scenarios = {
  'GET /me': {
    200: ask('partner', 'GET', '/me'),
    401: withoutKey('collection-partner', 'GET', '/me'),
  },
  'GET /users': {
    200: ask('partner', 'GET', '/users'),
    400: ask('partner', 'GET', '/users?PageSize=0'),
    401: withoutKey('collection-partner', 'GET', '/users'),
  },
}
