import { ask, withoutKey } from '../given.ts'
import type { Scenarios } from '../story.ts'

export const customerAccount: Scenarios = {
  'GET /me': {
    200: ask('customer', 'GET', '/me'),
    401: withoutKey('customer', 'GET', '/me'),
  },
  'GET /users': {
    200: ask('customer', 'GET', '/users'),
    400: ask('customer', 'GET', '/users?PageSize=0'),
    401: withoutKey('customer', 'GET', '/users'),
  },
}
