import type { ApiName } from '../contract/words/api.ts'
import type { Environment } from '../contract/words/environment.ts'
import { KEY_VARIABLES } from '../contract/words/variables.ts'
import type { Credential } from './credential.ts'

/** What a hint may depend on. */
export interface Refused {
  readonly status: number
  readonly type: string | undefined
  readonly solutionUrl: string | undefined
  readonly api: ApiName
  readonly environment: Environment
  readonly credential: Credential['kind']
}

const LINKED_ELSEWHERE =
  'The e-mail belongs to a client of another partner; onboard the client with an e-mail that is unique to the run'

/**
 * By Debitura's error type.
 * @see docs.debitura.com/developer-concepts/error-handling
 * @see docs.debitura.com/referral-partners/error-reference
 */
const BY_TYPE: Readonly<Record<string, string>> = {
  NoPartnerAvailable:
    'No collection partner takes such a case; choose another debtor country, currency or amount',
  MissingDebtCollectionContract:
    'The client has not signed its contract; complete its onboarding, or create the case with `allowPendingContracts: true`',
  MissingPowerOfAttorney:
    'The collection partner needs a power of attorney; sign it, or create the case with `allowPendingContracts: true`',
  MissingKycVerification:
    'The collection partner needs the client verified first; `allowPendingContracts` does not help here, another debtor country may',
  CreditorBlocked: 'Debitura has blocked this client; ask Debitura, or use another client',
  IdempotencyConflict:
    'The idempotency key was used with another body; use a new key for a new request, or leave it out',
  IdempotencyViolation: 'The client was made earlier with its cases; create further cases one by one',
  DuplicateReference: 'The `creditorReference` is taken; leave it out, or make it unique to the run',
  DuplicateCreditorReference: 'The `creditorReference` is taken; leave it out, or make it unique to the run',
  ClientExistsNeedsLinking:
    'The e-mail belongs to a client that has to approve the link; onboard with an e-mail that is unique to the run',
  ClientAlreadyLinkedToAnotherPartner: LINKED_ELSEWHERE,
  AlreadyLinkedToAnotherPartner: LINKED_ELSEWHERE,
  AlreadyLinkedDifferentTenant:
    'The e-mail is in use under another `externalTenantId` of yours; make it unique to the run',
}

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'Correct what the request gives',
  404: 'Check the id, and whether it was deleted already or belongs to another key or environment',
  409: 'Look at the present state first: it does not allow this',
  413: 'Send less at once',
  415: 'Send a type that this operation takes',
  422: 'Change the request so that the business rule holds',
  429: 'Wait until the limit of the key is over (2,000 calls a minute, 20,000 an hour, 100,000 a day), or run less at once with this key',
}

/** What to do about a refusal: by its type where Debitura gave one, by its status otherwise. */
export function hintFor(refused: Refused): string {
  const hint = byType(refused.type) ?? byCaller(refused) ?? BY_STATUS[refused.status] ?? byFamily(refused)
  // With a space after it, so that no full stop is taken for a part of the URL.
  return refused.solutionUrl === undefined ? hint : `${hint}. It can be put right at ${refused.solutionUrl} `
}

function byType(type: string | undefined): string | undefined {
  return type !== undefined && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined
}

function byCaller({ status, api, environment, credential }: Refused): string | undefined {
  if (status === 401 && credential === 'bearer') {
    return 'The token has expired or its client is gone; mint another with POST /oauth/token'
  }
  if (status === 401 && environment === 'sandbox') {
    return `Check ${KEY_VARIABLES[api]}: a key of the sandbox starts with \`sandbox-\``
  }
  if (status === 401) {
    return `Check ${KEY_VARIABLES[api]}: it must hold a key of this API for the environment \`${environment}\``
  }
  if (status !== 403) return undefined
  return credential === 'bearer'
    ? 'The token is valid, but its client may not do this'
    : `The key in ${KEY_VARIABLES[api]} is valid, but may not do this; some operations exist in the test environment only`
}

function byFamily({ status }: Refused): string {
  return status >= 500
    ? 'The fault is on the other side and outlasted the retries; try again later'
    : 'Compare the request with the documentation of the operation'
}
