import type { ReferralCaseDetail } from '../../contract/shapes/index.ts'
import { sumOf } from '../rules/payments/amounts.ts'
import { inUsDollars } from '../rules/payments/us-dollars.ts'
import { revenueOf } from '../rules/revenue/revenue.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { ClientRecord } from '../store/client-record.ts'
import type { World } from '../store/world.ts'
import { referralCaseView } from './referral-case-view.ts'

/** A client's case, with what it would bring its referral partner if all of it were collected. */
export function referralCaseDetailView(
  world: World,
  client: ClientRecord,
  record: CaseRecord,
): ReferralCaseDetail {
  const grossAmountUsd = inUsDollars(record.grossAmount, record.currency)
  const revenue = revenueOf(world, record, grossAmountUsd)
  return {
    ...referralCaseView(world, client, record),
    potentialRevenue: {
      grossAmountUsd,
      successFeePercentage: revenue.successFeePercentage,
      // The whole success fee: Debitura's share is a percentage of it.
      collectionPartnerRevenueUsd: sumOf([revenue.collectionPartner, revenue.platform]),
      platformRevenueSharePercentage: revenue.platformSharePercentage,
      platformRevenueUsd: revenue.platform,
      referralFeePercentage: revenue.referralFeePercentage,
      referralRevenueUsd: revenue.referral,
    },
  }
}
