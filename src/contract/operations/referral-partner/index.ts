import { operations } from '../operation.ts'
import { account } from './account.ts'
import { cases } from './cases.ts'
import { clients } from './clients.ts'
import { coverage } from './coverage.ts'
import { reporting } from './reporting.ts'
import { webhooks } from './webhooks.ts'

/**
 * Operations of the Referral Partner API.
 * @see docs.debitura.com/openapi/referral-partner-api.json
 */
export const referralPartnerApi = operations('referral-partner', {
  ...account,
  ...cases,
  ...clients,
  ...coverage,
  ...webhooks,
  ...reporting,
})
