import * as v from 'valibot'
import { EXTERNAL_TENANT_ID_MAX_LENGTH } from '../words/limits.ts'
import { Case, SigningHandoff } from './case.ts'
import { CreateCaseRequest } from './create-case.ts'
import {
  date,
  double,
  email,
  int32,
  optionalText,
  publishedNullable,
  textOrNull,
  timestamp,
  timestampOrNull,
  uuid,
} from './field.ts'
import { Page } from './page.ts'

const requiredText = v.pipe(v.string(), v.minLength(1))
const requiredEmail = v.pipe(email, v.minLength(1))

/** Body of `POST /clients`. `externalTenantId` is the caller's own name for the client. */
export const CreateClientRequest = v.object({
  externalTenantId: requiredText,
  client: v.object({
    name: requiredText,
    registrationNumber: optionalText(),
    address: optionalText(500),
    zipCode: optionalText(20),
    city: optionalText(100),
    state: optionalText(100),
    country: requiredText,
    supportEmail: requiredEmail,
    supportPhone: optionalText(),
  }),
  users: v.pipe(
    v.array(
      v.object({ name: requiredText, email: requiredEmail, isOnboardingUser: v.optional(v.boolean()) }),
    ),
    v.minLength(1, 'At least one user is required'),
  ),
  cases: v.nullish(v.array(CreateCaseRequest)),
})
/** Body of `POST /clients`. */
export type CreateClientRequest = v.InferInput<typeof CreateClientRequest>

const CaseFailure = v.object({
  caseIndex: int32,
  creditorReference: textOrNull,
  errorType: textOrNull,
  errorMessage: textOrNull,
  validationErrors: v.nullish(v.record(v.string(), v.array(v.string())), null),
  signingHandoff: v.nullish(SigningHandoff, null),
})

/** What a client said about its director, and how far the check of it is. */
export const KycVerification = v.object({
  directorFullName: textOrNull,
  directorHomeAddress: textOrNull,
  directorDateOfBirth: v.pipe(textOrNull, v.metadata({ format: 'date', nullable: false })),
  dateCreated: timestamp,
  verificationStatus: v.pipe(v.string(), v.metadata({ enum: ['Processing', 'Completed'] })),
  verificationStatusUpdatedAt: timestampOrNull,
})
/** What a client said about its director, and how far the check of it is. */
export type KycVerification = v.InferOutput<typeof KycVerification>

const limitedText = (maxLength: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(maxLength))

/** Body of `POST /clients/{externalTenantId}/kyc-verification`. */
export const SubmitKycRequest = v.object({
  directorFullName: limitedText(500),
  directorHomeAddress: limitedText(1000),
  directorDateOfBirth: date,
})
/** Body of `POST /clients/{externalTenantId}/kyc-verification`. */
export type SubmitKycRequest = v.InferInput<typeof SubmitKycRequest>

/**
 * A client of a referral partner. `onboardingDone` turns true once the client has signed.
 * `kycStatus` is `not_required`, `pending` or `verified` on the wire.
 * @see Referral Partner API, `GET /clients/{externalTenantId}`
 */
export const Client = v.object({
  externalTenantId: publishedNullable(v.string()),
  onboardingDone: v.boolean(),
  onboardingLinks: v.nullish(v.object({ url: textOrNull }), null),
  client: v.object({
    id: uuid,
    companyName: textOrNull,
    officeEmail: textOrNull,
    country: textOrNull,
    address: textOrNull,
    city: textOrNull,
    zipCode: textOrNull,
    companyRegistrationNumber: textOrNull,
  }),
  users: v.nullish(
    v.array(v.object({ id: int32, email: textOrNull, firstName: textOrNull, lastName: textOrNull })),
    [],
  ),
  isAttributedClient: v.boolean(),
  dateLinked: timestamp,
  caseStats: v.nullish(v.object({ casesTotal: int32, casesClosed: int32, earningsUsd: double }), null),
  kycStatus: textOrNull,
  kycVerification: v.nullish(KycVerification, null),
  caseResults: v.nullish(
    v.object({
      successfulCases: v.nullish(v.array(Case), []),
      failedCases: v.nullish(v.array(CaseFailure), []),
    }),
    null,
  ),
})
/** A client of a referral partner. */
export type Client = v.InferOutput<typeof Client>

/** A page of clients. @see Referral Partner API, `GET /clients` */
export const ClientList = v.object({
  page: Page,
  summary: v.nullish(
    v.object({
      totalClients: int32,
      attributedClients: int32,
      onboardingComplete: int32,
      onboardingPending: int32,
      totalCases: int32,
    }),
    null,
  ),
  clients: v.nullish(v.array(Client), []),
})
/** A page of clients. */
export type ClientList = v.InferOutput<typeof ClientList>

/** Whether a client may be deleted, and in Debitura's words why not. */
export const Deletable = v.object({ isDeletable: v.boolean(), blockers: v.nullish(v.array(v.string()), []) })
/** Whether a client may be deleted, and in Debitura's words why not. */
export type Deletable = v.InferOutput<typeof Deletable>

/** Body of `POST /oauth/token`. */
export const TokenRequest = v.object({
  externalTenantId: v.pipe(v.string(), v.minLength(1), v.maxLength(EXTERNAL_TENANT_ID_MAX_LENGTH)),
})
/** Body of `POST /oauth/token`. */
export type TokenRequest = v.InferInput<typeof TokenRequest>

/** A bearer token for the Customer API, good for one client and `expiresIn` seconds. */
export const BearerToken = v.object({
  accessToken: publishedNullable(v.string()),
  tokenType: publishedNullable(v.string()),
  expiresIn: int32,
  creditorId: uuid,
  externalTenantId: publishedNullable(v.string()),
})
/** A bearer token for the Customer API. */
export type BearerToken = v.InferOutput<typeof BearerToken>
