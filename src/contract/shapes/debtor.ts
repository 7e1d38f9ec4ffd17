import * as v from 'valibot'
import { optionalText, publishedFilled, textOrNull } from './field.ts'

/**
 * Who owes the money, as a request states it. `type` is `Company` or `Private` on the Customer API, `Company` or
 * `Person` on the Collection Partner API; published texts name all three.
 * @see Customer API, `POST /cases`
 */
export const DebtorInput = v.object({
  type: v.pipe(v.string(), v.minLength(1)),
  name: v.pipe(v.string(), v.minLength(1)),
  contactPerson: optionalText(),
  companyRegistrationNumber: optionalText(),
  address: optionalText(),
  zipCode: optionalText(),
  city: optionalText(),
  state: optionalText(),
  stateAlpha2: optionalText(),
  countryAlpha2: optionalText(),
  country: optionalText(),
  email: optionalText(),
  phone: optionalText(),
})
/** Who owes the money, as a request states it. */
export type DebtorInput = v.InferInput<typeof DebtorInput>

/** Who owes the money, as a case carries it. */
export const Debtor = v.object({
  type: publishedFilled,
  name: publishedFilled,
  contactPerson: textOrNull,
  companyRegistrationNumber: textOrNull,
  address: textOrNull,
  zipCode: textOrNull,
  city: textOrNull,
  state: textOrNull,
  stateAlpha2: textOrNull,
  countryAlpha2: textOrNull,
  country: textOrNull,
  email: textOrNull,
  phone: textOrNull,
})
/** Who owes the money, as a case carries it. */
export type Debtor = v.InferOutput<typeof Debtor>
