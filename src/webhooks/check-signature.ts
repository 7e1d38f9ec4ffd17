import { SIGNATURE_MAX_AGE, SIGNATURE_MAX_AHEAD, WEBHOOK_HEADERS } from '../contract/words/index.ts'
import { readHeader, type SignatureHeader } from './read-header.ts'
import { isSecret, problemOfSecret, SECRET_TODO, type Secret } from './secret.ts'
import { digestOf, keyOf, sameDigest, unixSeconds } from './signature.ts'

/** A signature header as frameworks hand it out: `undefined` or `null` where there is none. */
export type HeaderValue = string | readonly string[] | null | undefined

/** Why a signature is refused. */
export type SignatureProblem =
  /** There is no secret, or it is not Base64. */
  | 'secret'
  /** The body is neither text nor bytes: something has parsed it. */
  | 'parsed-body'
  | 'no-header'
  /** The header cannot be read. */
  | 'header'
  /** Signed with the secret's text as the key, instead of the bytes that it stands for. */
  | 'undecoded-secret'
  /** The same JSON was signed in another spelling. */
  | 'rewritten-body'
  /** Signed with another secret, or it is another body or another time. */
  | 'mismatch'
  | 'too-old'
  | 'in-future'
  /** The receiver's own time is none. */
  | 'no-time'

/** What became of a check. `why` and `todo` are clauses for a person. */
export type SignatureVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly reason: SignatureProblem
      readonly why: string
      readonly todo: string
    }

const HEADER = `\`${WEBHOOK_HEADERS.signature}\``

/**
 * Checks the signature of a delivery as Debitura's own sample code does: up to 300 s old, up to 30 s ahead. One `v1` that
 * is right is enough, so that a secret can be changed. Never throws for what arrived.
 * @param rawBody - as it arrived, before anything parsed it
 * @param header - `X-Debitura-Signature`
 * @param secret - of the subscription, in Base64
 * @see docs.debitura.com/developer-concepts/webhooks
 */
export function checkSignature(
  rawBody: string | Uint8Array,
  header: HeaderValue,
  secret: Secret,
  now: Date = new Date(),
): SignatureVerdict {
  if (!isSecret(secret)) return refused('secret', problemOfSecret(secret), SECRET_TODO)
  if (typeof rawBody !== 'string' && !ArrayBuffer.isView(rawBody)) return PARSED
  const [value, ...more] = Array.isArray(header) ? header : [header]
  if (typeof value !== 'string') return MISSING
  const read = more.length > 0 ? 'there are several of it' : readHeader(value)
  if (typeof read === 'string') {
    const why = `${HEADER} is not \`t=<Unix seconds>,v1=<hex digits>\`: ${read}`
    return refused('header', why, 'Give the header exactly as it arrived')
  }
  return isSigned(keyOf(secret), read, rawBody)
    ? checkTime(Number(read.seconds), now)
    : diagnosis(rawBody, read, secret)
}

/** Compares with every digest, whichever of them is right. */
function isSigned(
  key: string | Uint8Array,
  { seconds, digests }: SignatureHeader,
  body: string | Uint8Array,
): boolean {
  const expected = digestOf(key, seconds, body)
  return digests.filter((digest) => sameDigest(digest, expected)).length > 0
}

function checkTime(seconds: number, now: Date): SignatureVerdict {
  const age = unixSeconds(now) - seconds
  if (Number.isNaN(age))
    return refused('no-time', '`now` is not a time', 'Give a valid `Date`, or leave it out')
  if (age <= SIGNATURE_MAX_AGE && age >= -SIGNATURE_MAX_AHEAD) return { ok: true }
  if (age < 0) {
    const why = `it was signed ${-age} s in the future, and more than ${SIGNATURE_MAX_AHEAD} s is too far`
    return refused('in-future', why, 'Set the clock right, or say what time it is: `{ now }`')
  }
  const why = `it was signed ${age} s ago, and more than ${SIGNATURE_MAX_AGE} s is too old`
  return refused('too-old', why, 'For a delivery that was recorded, say when it arrived: `{ now }`')
}

/** Why a digest is not the right one, as far as can be told. */
function diagnosis(body: string | Uint8Array, header: SignatureHeader, secret: string): SignatureVerdict {
  if (isSigned(secret, header, body)) return UNDECODED
  const compact = compactJson(body)
  return compact !== undefined && isSigned(keyOf(secret), header, compact) ? REWRITTEN : MISMATCH
}

function compactJson(body: string | Uint8Array): string | undefined {
  try {
    return JSON.stringify(JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)))
  } catch {
    // No JSON, so no other spelling of it.
    return undefined
  }
}

const refused = (reason: SignatureProblem, why: string, todo: string): SignatureVerdict => ({
  ok: false,
  reason,
  why,
  todo,
})

const MISSING = refused(
  'no-header',
  `there is no ${HEADER}`,
  'Give the header as it arrived: Debitura signs every delivery',
)
const PARSED = refused(
  'parsed-body',
  'the body is neither text nor bytes, and the signature covers what arrived, before it is parsed',
  "Give the raw body: `await request.text()`, or what `express.raw({ type: 'application/json' })` leaves",
)
const UNDECODED = refused(
  'undecoded-secret',
  'it was signed with the text of the secret as the key, and the key is the bytes that the text stands for',
  "Let the signer use `Buffer.from(secret, 'base64')`",
)
const REWRITTEN = refused(
  'rewritten-body',
  'what was signed is this JSON without white space: the body was parsed and written anew on its way',
  'Give the raw body, byte for byte as it arrived',
)
const MISMATCH = refused(
  'mismatch',
  'the signature is of another body, another time or another secret',
  'Check that the secret is that of this subscription, and that the body is byte for byte what arrived: JSON that was parsed and written anew is not',
)
