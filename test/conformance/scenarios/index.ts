/**
 * Stories that bring every operation to every status that it can be brought to.
 * @module
 */
import { partnerAccount } from './collection-partner/account.ts'
import { partnerCases } from './collection-partner/cases.ts'
import { managedCases } from './collection-partner/managed-cases.ts'
import { partnerWebhooks } from './collection-partner/webhooks.ts'
import { customerAccount } from './customer/account.ts'
import { cases } from './customer/cases.ts'
import { customerChats } from './customer/chats.ts'
import { divisions } from './customer/divisions.ts'
import { customerPayments } from './customer/payments.ts'
import { customerWebhooks } from './customer/webhooks.ts'
import { referralAccount } from './referral-partner/account.ts'
import { referralCases } from './referral-partner/cases.ts'
import { clients } from './referral-partner/clients.ts'
import type { ScenariosByApi } from './story.ts'
import { testCases } from './test-loop.ts'

export const SCENARIOS: ScenariosByApi = {
  customer: {
    ...customerAccount,
    ...cases,
    ...customerChats,
    ...customerPayments,
    ...divisions,
    ...customerWebhooks,
    ...testCases('customer'),
  },
  'referral-partner': { ...referralAccount, ...referralCases, ...clients },
  'collection-partner': {
    ...partnerAccount,
    ...partnerCases,
    ...managedCases,
    ...partnerWebhooks,
    ...testCases('partner'),
  },
}
