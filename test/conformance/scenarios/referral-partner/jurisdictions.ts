import { ask } from '../given.ts'
import type { Scenarios } from '../story.ts'

const PREVIEW = {
  amountToRecover: 1000,
  currencyCode: 'EUR',
  debtor: { type: 'Company', countryAlpha2: 'GI' },
}

export const referralJurisdictions: Scenarios = {
  'GET /coverage': { 200: ask('referral', 'GET', '/coverage') },
  'GET /referral-partner/filter-options': { 200: ask('referral', 'GET', '/referral-partner/filter-options') },
  'POST /cases/preview': {
    200: ask('referral', 'POST', '/cases/preview', PREVIEW),
    400: ask('referral', 'POST', '/cases/preview', { ...PREVIEW, amountToRecover: -1 }),
  },
}
