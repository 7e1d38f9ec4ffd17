import type { CaseRecord } from '../../store/case-record.ts'
import type { World } from '../../store/world.ts'
import { percentOf, sumOf } from '../payments/amounts.ts'

/** Debitura's part of a success fee in percent, where its agreement with the partner names none. */
const PLATFORM_SHARE = 40
/** A referral partner's part of that in percent, where its agreement names none. */
const REFERRAL_FEE = 10

/** What the success fee on an amount comes to, and who gets which part of it. Amounts are in the case's currency. */
export interface Revenue {
  readonly successFeePercentage: number
  readonly collectionPartner: number
  readonly platformSharePercentage: number
  /** Debitura's part of the success fee; the referral partner is paid out of it. */
  readonly platform: number
  readonly referralFeePercentage: number
  readonly referral: number
}

/** Shares the success fee on an amount that is paid on a case. */
export function revenueOf(world: World, { successFee }: CaseRecord, amount: number): Revenue {
  const { preLegalRevenueShare } = world.collectionPartner
  const platformSharePercentage = preLegalRevenueShare === null ? PLATFORM_SHARE : preLegalRevenueShare * 100
  const referralFeePercentage = world.referralPartner.referralFeePercentage ?? REFERRAL_FEE
  const fee = percentOf(amount, successFee)
  const platform = percentOf(fee, platformSharePercentage)
  return {
    successFeePercentage: successFee,
    collectionPartner: sumOf([fee, -platform]),
    platformSharePercentage,
    platform,
    referralFeePercentage,
    referral: percentOf(platform, referralFeePercentage),
  }
}
