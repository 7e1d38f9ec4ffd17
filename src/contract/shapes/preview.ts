import * as v from 'valibot'
import { SigningHandoff } from './case.ts'
import {
  double,
  int32,
  optionalText,
  textOrNull,
  timestamp,
  timestampOrNull,
  uuid,
  uuidOrNull,
} from './field.ts'

const exactly = (length: number) => v.pipe(v.string(), v.minLength(length), v.maxLength(length))

/**
 * Body of `POST /cases/preview`, the same on both APIs. The parts by age and `dueDate` exclude each other.
 * @see Customer API, `POST /cases/preview`
 */
export const PreviewCaseRequest = v.object({
  amountToRecover: double,
  currencyCode: exactly(3),
  debtor: v.object({
    type: v.pipe(v.string(), v.minLength(1)),
    countryAlpha2: exactly(2),
    stateAlpha2: v.nullish(exactly(2)),
  }),
  amountToRecoverOver6Months: v.nullish(double),
  amountToRecoverOver12Months: v.nullish(double),
  amountToRecoverOver24Months: v.nullish(double),
  dueDate: v.nullish(timestamp),
  returnUrl: optionalText(2048),
})
/** Body of `POST /cases/preview`. */
export type PreviewCaseRequest = v.InferInput<typeof PreviewCaseRequest>

const Jurisdiction = v.object({
  id: int32,
  name: textOrNull,
  countryAlpha2: textOrNull,
  stateAlpha2: textOrNull,
})

/** What a success would cost, in per cent of what is recovered. */
export const PricingPreview = v.object({
  baseSuccessFeePercentage: double,
  ageSurchargePercentage: double,
  totalSuccessFeePercentage: double,
  currencyCode: textOrNull,
  pricingSource: textOrNull,
  pricingSourceDescription: textOrNull,
})
/** What a success would cost. */
export type PricingPreview = v.InferOutput<typeof PricingPreview>

const RequiredAction = v.object({
  type: textOrNull,
  message: textOrNull,
  solutionUrl: textOrNull,
  isBlocking: v.boolean(),
})

/** What would become of a case, as a creditor is told. @see Customer API, `POST /cases/preview` */
export const CasePreview = v.object({
  result: v.nullish(
    v.object({
      isEligible: v.boolean(),
      ineligibilityReason: textOrNull,
      partnerAssignment: v.nullish(
        v.object({ collectionPartnerId: uuid, partnerName: textOrNull, partnerCountry: textOrNull }),
        null,
      ),
      requiredActions: v.nullish(v.array(RequiredAction), []),
      jurisdiction: v.nullish(Jurisdiction, null),
      pricingPreview: v.nullish(PricingPreview, null),
      requiresKycVerification: v.boolean(),
      hasKycOnFile: v.boolean(),
      signingHandoff: v.nullish(SigningHandoff, null),
    }),
    null,
  ),
})
/** What would become of a case, as a creditor is told. */
export type CasePreview = v.InferOutput<typeof CasePreview>

/** Kinds of things that a client may still have to do. More may come. */
export const PendingActionType = v.picklist(['SdcaUpgrade', 'PoA', 'Jpa', 'Kyc'])

/**
 * What would become of a case, as a referral partner is told: no client is named, so nothing can be told of what one
 * has signed.
 * @see Referral Partner API, `POST /cases/preview`
 */
export const ReferralCasePreview = v.object({
  isEligible: v.boolean(),
  ineligibilityReason: textOrNull,
  jurisdiction: v.nullish(Jurisdiction, null),
  pricingPreview: v.nullish(PricingPreview, null),
  requiresKycVerification: v.boolean(),
  pendingActions: v.nullish(
    v.array(v.object({ type: PendingActionType, collectionPartnerId: uuidOrNull, dueDate: timestampOrNull })),
    [],
  ),
  combinedSigningUrl: textOrNull,
})
/** What would become of a case, as a referral partner is told. */
export type ReferralCasePreview = v.InferOutput<typeof ReferralCasePreview>
