import { randomUUID } from 'node:crypto'
import type { Debitura } from '../debitura.ts'

/** Where a client signs. */
export const onboardingUrl = (debitura: Debitura, linkId: string): string =>
  `${debitura.urls['referral-partner']}/onboarding/companydetails/${linkId}`

/** Where the owner of an existing account would approve a link. */
export const approvalUrl = (debitura: Debitura): string =>
  `${debitura.urls['referral-partner']}/ReferralPartner/Approve?token=${randomUUID()}`
