import { ask } from '../given.ts'
import type { Scenarios } from '../story.ts'

export const referralAccount: Scenarios = {
  'GET /me': { 200: ask('referral', 'GET', '/me') },
}
