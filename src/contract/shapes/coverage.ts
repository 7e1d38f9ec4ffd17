import * as v from 'valibot'
import { double, int32, textOrNull, uuid } from './field.ts'

const place = {
  jurisdictionId: int32,
  jurisdiction: textOrNull,
  country: textOrNull,
  countryId: int32,
  countryAlpha2: textOrNull,
  usStateAlpha2: textOrNull,
}
const partner = { partnerId: uuid, partnerName: textOrNull, conditions: textOrNull }

/** Whether a contract is signed, and where it is signed or read. `solutionUrl` is there only while it has to be signed. */
const signing = {
  signed: v.boolean(),
  requiresResigning: v.boolean(),
  invalidationReason: textOrNull,
  termsUrl: textOrNull,
  solutionUrl: textOrNull,
}

/**
 * A jurisdiction that Debitura covers, as a creditor sees it: who collects there, and whether it holds the creditor's
 * power of attorney. States of the US are jurisdictions of their own.
 * @see Customer API, `GET /coverage`
 */
export const Coverage = v.object({
  ...place,
  partners: v.nullish(v.array(v.object({ ...partner, ...signing })), []),
})
/** A jurisdiction that Debitura covers, as a creditor sees it. */
export type Coverage = v.InferOutput<typeof Coverage>

/** A jurisdiction that Debitura covers, as a referral partner sees it. @see Referral Partner API, `GET /coverage` */
export const ReferralCoverage = v.object({ ...place, partners: v.nullish(v.array(v.object(partner)), []) })
/** A jurisdiction that Debitura covers, as a referral partner sees it. */
export type ReferralCoverage = v.InferOutput<typeof ReferralCoverage>

/** Whether the debt collection contract is signed. @see Customer API, `GET /contracts/debt-collection/status` */
export const DebtCollectionContract = v.object(signing)
/** Whether the debt collection contract is signed. */
export type DebtCollectionContract = v.InferOutput<typeof DebtCollectionContract>

/** Whether a collection partner holds a power of attorney. */
export const PowerOfAttorney = v.object(signing)
/** Whether a collection partner holds a power of attorney. */
export type PowerOfAttorney = v.InferOutput<typeof PowerOfAttorney>

const requiredText = v.pipe(v.string(), v.minLength(1))

/** Body of `POST /coverage/check-eligibility`. `stateAlpha2` is required for the US. */
export const EligibilityRequest = v.object({
  countryAlpha2: requiredText,
  stateAlpha2: v.nullish(v.string()),
  debtorType: requiredText,
  amount: v.pipe(double, v.minValue(0.01), v.maxValue(Number.MAX_VALUE)),
  currencyCode: requiredText,
})
/** Body of `POST /coverage/check-eligibility`. */
export type EligibilityRequest = v.InferInput<typeof EligibilityRequest>

/** Who would collect a case, and whether it may. @see Customer API, `POST /coverage/check-eligibility` */
export const Eligibility = v.object({
  isEligible: v.boolean(),
  jurisdiction: v.nullish(
    v.object({
      id: int32,
      name: textOrNull,
      country: textOrNull,
      countryAlpha2: textOrNull,
      usStateAlpha2: textOrNull,
    }),
    null,
  ),
  partner: v.nullish(v.object({ id: uuid, name: textOrNull }), null),
  powerOfAttorneyStatus: v.nullish(PowerOfAttorney, null),
  errorMessage: textOrNull,
})
/** Who would collect a case, and whether it may. */
export type Eligibility = v.InferOutput<typeof Eligibility>

/** What lists of cases and transactions can be filtered by. @see Referral Partner API, `GET /referral-partner/filter-options` */
export const FilterOptions = v.object({
  countries: v.nullish(v.array(v.object({ id: int32, name: textOrNull })), []),
  carveoutPartners: v.nullish(v.array(v.object({ id: uuid, name: textOrNull })), []),
})
/** What lists of cases and transactions can be filtered by. */
export type FilterOptions = v.InferOutput<typeof FilterOptions>
