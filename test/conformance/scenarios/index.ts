/**
 * Stories that bring every operation to every status that it can be brought to.
 * @module
 */
import { caseStanding } from './case-standing.ts'
import { partnerAccount } from './collection-partner/account.ts'
import { partnerCases } from './collection-partner/cases.ts'
import { partnerFees } from './collection-partner/fees.ts'
import { partnerHistory } from './collection-partner/history.ts'
import { ingestion } from './collection-partner/ingestion.ts'
import { managedCases } from './collection-partner/managed-cases.ts'
import { partnerPayments } from './collection-partner/payments.ts'
import { references } from './collection-partner/references.ts'
import { customerAccount } from './customer/account.ts'
import { cases } from './customer/cases.ts'
import { customerChats } from './customer/chats.ts'
import { contracts } from './customer/contracts.ts'
import { divisions } from './customer/divisions.ts'
import { jurisdictions } from './customer/jurisdictions.ts'
import { customerPayments } from './customer/payments.ts'
import { pings } from './customer/pings.ts'
import { quoteRequests } from './customer/quotes.ts'
import { tasks } from './customer/tasks.ts'
import { caseFiles } from './files.ts'
import { referralAccount } from './referral-partner/account.ts'
import { referralCases } from './referral-partner/cases.ts'
import { clients } from './referral-partner/clients.ts'
import { referralJurisdictions } from './referral-partner/jurisdictions.ts'
import { kyc } from './referral-partner/kyc.ts'
import { reporting } from './referral-partner/reporting.ts'
import { triggers } from './referral-partner/triggers.ts'
import type { ScenariosByApi } from './story.ts'
import { testCases } from './test-loop.ts'
import { deliveries, lastEvent, subscriptions } from './webhooks.ts'

export const SCENARIOS: ScenariosByApi = {
  customer: {
    ...customerAccount,
    ...cases,
    ...customerChats,
    ...customerPayments,
    ...caseFiles('customer'),
    ...caseStanding('customer'),
    ...contracts,
    ...divisions,
    ...jurisdictions,
    ...quoteRequests,
    ...tasks,
    ...subscriptions({ who: 'customer', path: '/webhooks', verb: 'PATCH', created: 201 }),
    ...deliveries('customer'),
    ...pings,
    ...testCases('customer'),
  },
  'referral-partner': {
    ...referralAccount,
    ...referralCases,
    ...clients,
    ...kyc,
    ...referralJurisdictions,
    ...reporting,
    ...triggers,
    ...subscriptions({ who: 'referral', path: '/v1/Webhooks', verb: 'PUT', created: 200 }),
  },
  'collection-partner': {
    ...partnerAccount,
    ...partnerCases,
    ...ingestion,
    ...managedCases,
    ...caseFiles('partner'),
    ...caseStanding('partner'),
    ...partnerFees,
    ...partnerHistory,
    ...partnerPayments,
    ...references,
    ...subscriptions({ who: 'partner', path: '/webhooks', verb: 'PUT', created: 201 }),
    ...deliveries('partner'),
    ...lastEvent,
    ...testCases('partner'),
  },
}
