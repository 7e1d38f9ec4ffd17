import * as v from 'valibot'
import { CaseValidation } from './case-validation.ts'
import {
  double,
  int32,
  numberOrNull,
  publishedNotNull,
  textOrNull,
  timestamp,
  timestampOrNull,
  uuid,
} from './field.ts'
import { Page } from './page.ts'

const Contact = v.object({ email: textOrNull, name: textOrNull })

/** A case of a client, as its referral partner sees it. It does not say whether it is a test case. */
export const ReferralCase = v.object({
  id: uuid,
  reference: textOrNull,
  creditorReference: textOrNull,
  client: v.nullish(
    v.object({
      externalTenantId: textOrNull,
      creditorId: uuid,
      companyName: textOrNull,
      contacts: v.nullish(
        v.object({
          onboardingUser: v.nullish(Contact, null),
          officeEmail: textOrNull,
          otherUsers: v.nullish(v.array(Contact), []),
        }),
        null,
      ),
    }),
    null,
  ),
  debtor: v.nullish(v.object({ name: textOrNull, country: textOrNull }), null),
  grossAmount: double,
  remainder: double,
  currency: textOrNull,
  lifecycle: textOrNull,
  closeCode: textOrNull,
  currentEngagementPhase: textOrNull,
  dateCreated: timestamp,
  dueDate: publishedNotNull(timestampOrNull),
  dateCollectionStarted: timestampOrNull,
  dateFinished: timestampOrNull,
  validation: v.nullish(CaseValidation, null),
  collectionPartner: textOrNull,
  expectedReferralRatePercentage: numberOrNull,
})
/** A case of a client, as its referral partner sees it. */
export type ReferralCase = v.InferOutput<typeof ReferralCase>

/** What a case would bring in if all of it were collected, step by step. Amounts are in US dollars. */
const PotentialRevenue = v.object({
  grossAmountUsd: double,
  successFeePercentage: double,
  collectionPartnerRevenueUsd: double,
  platformRevenueSharePercentage: double,
  platformRevenueUsd: double,
  referralFeePercentage: double,
  referralRevenueUsd: double,
})

/** A case of a client, with what it may bring in. @see Referral Partner API, `GET /cases/{id}` */
export const ReferralCaseDetail = v.object({
  ...ReferralCase.entries,
  potentialRevenue: v.nullish(PotentialRevenue, null),
})
/** A case of a client, with what it may bring in. */
export type ReferralCaseDetail = v.InferOutput<typeof ReferralCaseDetail>

/** A page of cases of a referral partner's clients. @see Referral Partner API, `GET /cases` */
export const ReferralCaseList = v.object({
  page: Page,
  cases: v.nullish(v.array(ReferralCase), []),
  summary: v.nullish(
    v.object({
      totalCases: int32,
      casesThisMonth: int32,
      byLifecycle: v.object({
        active: int32,
        pending: int32,
        closed: int32,
        paused: int32,
      }),
    }),
    null,
  ),
})
/** A page of cases of a referral partner's clients. */
export type ReferralCaseList = v.InferOutput<typeof ReferralCaseList>
