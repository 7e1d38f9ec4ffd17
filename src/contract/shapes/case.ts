import * as v from 'valibot'
import { Debtor } from './debtor.ts'
import { double, int32, numberOrNull, textOrNull, timestamp, timestampOrNull, uuid } from './field.ts'

const CollectionPartner = v.object({
  name: textOrNull,
  officeEmail: textOrNull,
  officePhone: textOrNull,
  publicSite: textOrNull,
  surveyCadenceMode: v.nullish(v.picklist([0, 1])),
})

const Creditor = v.object({
  id: uuid,
  companyName: textOrNull,
  companyRegistrationNumber: textOrNull,
  officeEmail: textOrNull,
  officePhone: textOrNull,
  address: textOrNull,
  city: textOrNull,
  zipCode: textOrNull,
  state: textOrNull,
  country: textOrNull,
  division: v.nullish(v.object({ id: uuid, name: textOrNull }), null),
})

const BankAccount = v.object({
  id: int32,
  label: textOrNull,
  scheme: textOrNull,
  currencyCode: textOrNull,
  bankCountryCode: textOrNull,
  accountHolderName: textOrNull,
  iban: textOrNull,
  bic: textOrNull,
  accountNumber: textOrNull,
  localIdentifier: textOrNull,
  localIdentifierType: textOrNull,
  bankName: textOrNull,
  bankAddress: textOrNull,
  bankCity: textOrNull,
  bankZipCode: textOrNull,
  bankState: textOrNull,
})

const Allocation = v.object({
  principal: double,
  interest: double,
  reminderFees: double,
  collectionFees: double,
})

/** Where to sign what is still unsigned. */
export const SigningHandoff = v.object({ combinedSigningUrl: textOrNull })

/**
 * A case, as the Customer API and the Collection Partner API answer it (`InvoiceDto`). `lifecycle` and `closeCode`
 * are labels. The tag is not part of it: a tag can be written, and never read.
 * @see Customer API, `GET /cases/{id}`
 */
export const Case = v.object({
  id: uuid,
  dateCreated: timestamp,
  dateUpdated: timestampOrNull,
  reference: textOrNull,
  creditorReference: textOrNull,
  creditorComments: textOrNull,
  claimDescription: textOrNull,
  grossAmount: double,
  remainder: double,
  interestFees: double,
  reminderFees: double,
  collectionFees: double,
  totalAddedFees: double,
  currency: textOrNull,
  isTestCase: v.boolean(),
  lifecycle: textOrNull,
  dueDate: timestamp,
  date: timestamp,
  dateFinished: timestampOrNull,
  dateCollectionStarted: timestampOrNull,
  closeCode: textOrNull,
  currentEngagementPhase: textOrNull,
  claimType: textOrNull,
  creditorDivisionId: v.nullish(uuid, null),
  debtor: Debtor,
  collectionPartner: v.nullish(CollectionPartner, null),
  creditor: v.nullish(Creditor, null),
  bankAccount: v.nullish(BankAccount, null),
  blendedAgeUpliftPoints: numberOrNull,
  preLegalSuccessFee: numberOrNull,
  solutionUrl: textOrNull,
  signingHandoff: v.nullish(SigningHandoff, null),
  exclusivePeriodEndDate: timestampOrNull,
  disputeStatus: textOrNull,
  validation: v.nullish(v.object({ needsInfo: v.boolean() }), null),
  assignedUser: v.nullish(v.object({ email: textOrNull, name: textOrNull }), null),
  allocationOutstanding: v.nullish(Allocation, null),
})
/** A case, as the Customer API and the Collection Partner API answer it. */
export type Case = v.InferOutput<typeof Case>
