import * as v from 'valibot'
import { EXTERNAL_TENANT_ID_MAX_LENGTH } from '../words/limits.ts'
import { Case, SigningHandoff } from './case.ts'
import { CreateCaseRequest } from './create-case.ts'
import { email, optionalText, textOrNull, timestamp, timestampOrNull, uuid } from './field.ts'
import { Page } from './page.ts'

const requiredText = v.pipe(v.string(), v.minLength(1))

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
    supportEmail: email,
    supportPhone: optionalText(),
  }),
  users: v.pipe(
    v.array(v.object({ name: requiredText, email, isOnboardingUser: v.optional(v.boolean()) })),
    v.minLength(1, 'At least one user is required'),
  ),
  cases: v.nullish(v.array(CreateCaseRequest)),
})
/** Body of `POST /clients`. */
export type CreateClientRequest = v.InferInput<typeof CreateClientRequest>

const CaseFailure = v.object({
  caseIndex: v.number(),
  creditorReference: textOrNull,
  errorType: textOrNull,
  errorMessage: textOrNull,
  validationErrors: v.nullish(v.record(v.string(), v.unknown()), null),
  signingHandoff: v.nullish(SigningHandoff, null),
})

const KycVerification = v.object({
  directorFullName: textOrNull,
  directorHomeAddress: textOrNull,
  directorDateOfBirth: textOrNull,
  dateCreated: timestamp,
  verificationStatus: v.string(),
  verificationStatusUpdatedAt: timestampOrNull,
})

/**
 * A client of a referral partner. `onboardingDone` turns true once the client has signed.
 * `kycStatus` is `not_required`, `pending` or `verified` on the wire.
 * @see Referral Partner API, `GET /clients/{externalTenantId}`
 */
export const Client = v.object({
  externalTenantId: v.string(),
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
    v.array(v.object({ id: v.number(), email: textOrNull, firstName: textOrNull, lastName: textOrNull })),
    [],
  ),
  isAttributedClient: v.boolean(),
  dateLinked: timestamp,
  caseStats: v.nullish(
    v.object({ casesTotal: v.number(), casesClosed: v.number(), earningsUsd: v.number() }),
    null,
  ),
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
      totalClients: v.number(),
      attributedClients: v.number(),
      onboardingComplete: v.number(),
      onboardingPending: v.number(),
      totalCases: v.number(),
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
  accessToken: requiredText,
  tokenType: v.string(),
  expiresIn: v.number(),
  creditorId: uuid,
  externalTenantId: v.string(),
})
/** A bearer token for the Customer API. */
export type BearerToken = v.InferOutput<typeof BearerToken>
