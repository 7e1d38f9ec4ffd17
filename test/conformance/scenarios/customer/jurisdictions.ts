import { ask } from '../given.ts'
import type { Scenarios } from '../story.ts'

const QUESTION = { countryAlpha2: 'GR', debtorType: 'Company', amount: 2500, currencyCode: 'EUR' }
const PREVIEW = {
  amountToRecover: 1000,
  currencyCode: 'EUR',
  debtor: { type: 'Company', countryAlpha2: 'DE' },
}

/** Searching, under either of its paths. */
const searching = (path: string) => ({
  200: ask('customer', 'GET', `${path}?q=Germany`),
  400: ask('customer', 'GET', path),
  404: ask('customer', 'GET', `${path}?q=Atlantis`),
})

export const jurisdictions: Scenarios = {
  'GET /coverage': { 200: ask('customer', 'GET', '/coverage') },
  'GET /coverage/{id}': {
    200: async ({ customer }) => {
      const { body } = await customer('GET', '/coverage')
      return customer('GET', `/coverage/${body[0].jurisdictionId}`)
    },
    404: ask('customer', 'GET', '/coverage/999999'),
  },
  'GET /coverage/search': searching('/coverage/search'),
  'GET /coverage/:search': searching('/coverage/:search'),
  'POST /coverage/check-eligibility': {
    200: async ({ customer }) => {
      await customer('POST', '/coverage/check-eligibility', { ...QUESTION, countryAlpha2: 'AQ' })
      return customer('POST', '/coverage/check-eligibility', QUESTION)
    },
    400: ask('customer', 'POST', '/coverage/check-eligibility', { ...QUESTION, amount: 0 }),
  },
  'POST /cases/preview': {
    200: async (cast) => {
      const { externalTenantId } = cast.world.seedClient({ onboardingDone: false })
      const client = await cast.client(externalTenantId)
      for (const countryAlpha2 of ['GI', 'GR', 'AQ'])
        await client('POST', '/cases/preview', { ...PREVIEW, debtor: { type: 'Private', countryAlpha2 } })
      return cast.customer('POST', '/cases/preview', PREVIEW)
    },
    400: ask('customer', 'POST', '/cases/preview', { ...PREVIEW, amountToRecover: -1 }),
  },
}
