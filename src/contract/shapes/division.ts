import * as v from 'valibot'
import { EMAIL, int32, optionalText, textOrNull, timestamp, timestampOrNull, uuid } from './field.ts'
import { Page } from './page.ts'

/** Body of `POST /divisions` and of `PUT /divisions/{id}`, which replaces every field. @see Customer API */
export const DivisionRequest = v.object({
  companyName: v.pipe(v.string(), v.maxLength(200)),
  registrationNumber: optionalText(50),
  address: optionalText(),
  zipCode: optionalText(50),
  state: optionalText(),
  city: v.pipe(v.string(), v.minLength(1)),
  countryCode: v.pipe(v.string(), v.minLength(2), v.maxLength(2)),
  officeEmail: v.nullish(
    v.pipe(
      v.string(),
      v.maxLength(250),
      v.regex(EMAIL, 'Expected an e-mail address'),
      v.metadata({ format: 'email' }),
    ),
  ),
  officePhone: optionalText(50),
})
/** Body of `POST /divisions` and of `PUT /divisions/{id}`. */
export type DivisionRequest = v.InferInput<typeof DivisionRequest>

/** A branch or department of a creditor, under which it files its cases. @see Customer API, `GET /divisions/{id}` */
export const Division = v.object({
  id: uuid,
  companyName: textOrNull,
  registrationNumber: textOrNull,
  address: textOrNull,
  zipCode: textOrNull,
  state: textOrNull,
  city: textOrNull,
  country: v.object({ id: int32, name: textOrNull, alpha2: textOrNull }),
  officeEmail: textOrNull,
  officePhone: textOrNull,
  isArchived: v.boolean(),
  createdUtc: timestamp,
  updatedUtc: timestampOrNull,
})
/** A branch or department of a creditor. */
export type Division = v.InferOutput<typeof Division>

/** A page of divisions. */
export const DivisionList = v.object({ page: Page, divisions: v.nullish(v.array(Division), []) })
/** A page of divisions. */
export type DivisionList = v.InferOutput<typeof DivisionList>
