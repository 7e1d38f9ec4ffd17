/** A tag groups test cases for deletion; longer ones are refused. @see Customer API, `POST /cases` */
export const TAG_MAX_LENGTH = 100

/** `creditorReference` of a case. @see Customer API, `POST /cases` */
export const CREDITOR_REFERENCE_MAX_LENGTH = 50

/** `comments` and `claimDescription` of a case. @see Customer API, `POST /cases` */
export const COMMENTS_MAX_LENGTH = 4000

/** `externalTenantId`, where a limit is published. @see Referral Partner API, `POST /oauth/token` */
export const EXTERNAL_TENANT_ID_MAX_LENGTH = 255

/** `url` of a webhook subscription. */
export const WEBHOOK_URL_MAX_LENGTH = 1024

/** Largest `PageSize` of any list. @see docs.debitura.com/developer-concepts/pagination */
export const PAGE_SIZE_MAX = 100

/**
 * Calls that one API key may make, per window in seconds. `sliding` moves on in segments of ten seconds, `clock` starts
 * anew at each full hour, and `first-call` counts its windows from the key's first call.
 * @see docs.debitura.com/developer-concepts/rate-limiting
 */
export const RATE_LIMITS = [
  { calls: 2_000, windowSeconds: 60, kind: 'sliding' },
  { calls: 20_000, windowSeconds: 3_600, kind: 'clock' },
  { calls: 100_000, windowSeconds: 86_400, kind: 'first-call' },
] as const

/** Life of a minted bearer token, in seconds. @see Referral Partner API, `POST /oauth/token` */
export const BEARER_TOKEN_SECONDS = 1_800

/** `message` of a chat. @see Customer API, `POST /cases/{id}/chats` */
export const CHAT_MESSAGE_MAX_LENGTH = 10_000

/** `description` of a note. @see Collection Partner API, `POST /cases/{id}/notes` */
export const NOTE_MAX_LENGTH = 10_000

/** Bytes of an uploaded file. @see Customer API, `POST /cases/{id}/files` */
export const FILE_MAX_BYTES = 25 * 1_048_576

/** `Description` of a file. @see Collection Partner API, `POST /cases/{id}/files` */
export const FILE_DESCRIPTION_MAX_LENGTH = 500
