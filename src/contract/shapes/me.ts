import * as v from 'valibot'
import { int32, numberOrNull, publishedNotNull, textOrNull, uuid } from './field.ts'

/** Whom a Customer API key or token belongs to. */
export const CreditorProfile = v.object({
  id: uuid,
  companyName: textOrNull,
  companyRegistrationNumber: textOrNull,
  address: textOrNull,
  zipCode: textOrNull,
  city: textOrNull,
  state: textOrNull,
  country: textOrNull,
  officeEmail: textOrNull,
  officePhone: textOrNull,
})
/** Whom a Customer API key or token belongs to. */
export type CreditorProfile = v.InferOutput<typeof CreditorProfile>

/** Whom a Referral Partner API key belongs to. */
export const ReferralPartnerProfile = v.object({
  id: uuid,
  companyName: textOrNull,
  shortName: textOrNull,
  contactEmail: textOrNull,
  externalSystemId: textOrNull,
  referralFeePercentage: publishedNotNull(numberOrNull),
  isActive: v.boolean(),
  isPublicDemo: v.boolean(),
  logoUrl: textOrNull,
  backgroundColorCode: textOrNull,
  fontColor: textOrNull,
  fontFamily: textOrNull,
  invoicingTriggerMode: v.pipe(textOrNull, v.metadata({ enum: ['PayWhenPaid', 'ConfirmedPipeline'] })),
})
/** Whom a Referral Partner API key belongs to. */
export type ReferralPartnerProfile = v.InferOutput<typeof ReferralPartnerProfile>

/** Whom a Collection Partner API key belongs to. */
export const CollectionPartnerProfile = v.object({
  id: uuid,
  companyName: textOrNull,
  logoUrl: textOrNull,
  companyRegistrationNumber: textOrNull,
  vatNumber: textOrNull,
  address: textOrNull,
  zipCode: textOrNull,
  city: textOrNull,
  state: textOrNull,
  country: textOrNull,
  officeEmail: textOrNull,
  officePhone: textOrNull,
  invoiceEmail: textOrNull,
  billingContact: textOrNull,
  invoiceCurrency: v.nullish(int32, null),
  commissionType: v.nullish(v.picklist([0, 1])),
  preLegalRevenueShare: numberOrNull,
  legalRevenueShare: numberOrNull,
  verifiedProfile: v.boolean(),
  fullAddress: textOrNull,
  surveyCadenceMode: v.nullish(v.picklist([0, 1])),
})
/** Whom a Collection Partner API key belongs to. */
export type CollectionPartnerProfile = v.InferOutput<typeof CollectionPartnerProfile>
