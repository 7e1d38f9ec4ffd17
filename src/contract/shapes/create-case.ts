import * as v from 'valibot'
import { COMMENTS_MAX_LENGTH, CREDITOR_REFERENCE_MAX_LENGTH, TAG_MAX_LENGTH } from '../words/limits.ts'
import { DebtorInput } from './debtor.ts'
import { double, optionalEmail, optionalText, publishedNullable, timestamp, uuid } from './field.ts'

/**
 * Body of `POST /cases`. Only `currencyCode` is required by the schema; the guide asks for `date`,
 * `amountToRecover` and `debtor` too.
 * @see Customer API, `POST /cases`; docs.debitura.com/clients/integration-guides/create-a-case
 */
export const CreateCaseRequest = v.object({
  currencyCode: publishedNullable(v.string()),
  date: v.optional(timestamp),
  dueDate: v.nullish(timestamp),
  comments: optionalText(COMMENTS_MAX_LENGTH),
  claimDescription: optionalText(COMMENTS_MAX_LENGTH),
  creditorReference: optionalText(CREDITOR_REFERENCE_MAX_LENGTH),
  debtor: v.optional(DebtorInput),
  creditorDivisionId: v.nullish(uuid),
  amountToRecover: v.optional(double),
  amountToRecoverOver6Months: v.nullish(double),
  amountToRecoverOver12Months: v.nullish(double),
  amountToRecoverOver24Months: v.nullish(double),
  skipDebituraVerification: v.optional(v.boolean()),
  skipCreationEmails: v.optional(v.boolean()),
  allowPendingContracts: v.optional(v.boolean()),
  isTest: v.optional(v.boolean()),
  tag: optionalText(TAG_MAX_LENGTH),
  collectionPartnerId: v.nullish(uuid),
  assignedUserEmail: optionalEmail(320),
  returnUrl: optionalText(2048),
})
/** Body of `POST /cases`. */
export type CreateCaseRequest = v.InferInput<typeof CreateCaseRequest>

/**
 * Body of `POST /managed-cases`. One of `creditorCountryAlpha2` and `creditorCountry` is required by the
 * operation's text, and `debtor.contactPerson` for a company.
 * @see Collection Partner API, `POST /managed-cases`
 */
export const CreateManagedCaseRequest = v.object({
  creditorCompanyName: v.pipe(v.string(), v.minLength(1)),
  creditorCountryAlpha2: optionalText(),
  creditorCountry: optionalText(),
  currencyCode: v.pipe(v.string(), v.minLength(1)),
  date: timestamp,
  dueDate: v.nullish(timestamp),
  comments: optionalText(COMMENTS_MAX_LENGTH),
  claimDescription: optionalText(COMMENTS_MAX_LENGTH),
  creditorReference: optionalText(CREDITOR_REFERENCE_MAX_LENGTH),
  debtor: DebtorInput,
  amountToRecover: double,
  isTest: v.optional(v.boolean()),
  tag: optionalText(TAG_MAX_LENGTH),
  collectionPartnerId: v.nullish(uuid),
})
/** Body of `POST /managed-cases`. */
export type CreateManagedCaseRequest = v.InferInput<typeof CreateManagedCaseRequest>
