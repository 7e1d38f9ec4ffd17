import type { Operation } from '../contract/operations/operation.ts'
import type { Environment } from '../contract/words/environment.ts'
import { DebituraApiError, DebituraTestkitError, type ErrorParts } from '../errors/index.ts'
import type { Credential } from './credential.ts'
import { type ErrorBody, readErrorBody } from './error-body.ts'
import { hintFor } from './hints.ts'
import { failedCall, operationLabel } from './operation-label.ts'
import type { Redactor } from './redactor.ts'
import { isUntrusted } from './retry-table.ts'
import type { FailedTry, WireAnswer, WireFailure } from './wire.ts'

/** The call that an error is about. */
export interface Called {
  readonly operation: Operation
  readonly origin: string
  readonly environment: Environment
  readonly credential: Credential
  readonly redactor: Redactor
}

const BODY_SHOWN = 2_048
const WORDS_SHOWN = 2_000

const EARLIER_LOST = ', and the answer to an earlier try was lost'

/** The error for a call whose last try failed so. */
export function callError(called: Called, { outcome, afterDoubt }: FailedTry): DebituraTestkitError {
  if (!('status' in outcome)) return unanswered(called, outcome, afterDoubt)
  if (outcome.status >= 300 && outcome.status < 400) return redirected(called, outcome)
  return refused(called, outcome, afterDoubt ? EARLIER_LOST : '')
}

/** A kit's error about a call, without secrets. */
export function errorAbout(called: Called, parts: Omit<ErrorParts, 'what'>): DebituraTestkitError {
  const { operation, redactor } = called
  return new DebituraTestkitError({
    ...parts,
    what: failedCall(operation),
    why: redactor.redact(parts.why),
    todo: redactor.redact(parts.todo),
  })
}

function refused(called: Called, answer: WireAnswer, earlier: string): DebituraApiError {
  const { operation, redactor, environment, credential } = called
  const body = redactor.redact(answer.text)
  const said = withoutSecrets(readErrorBody(body), redactor)
  const headline = said.type === undefined ? `${answer.status}` : `${answer.status} ${said.type}`
  const words = shortened(
    said.messages.map((message) => shortened(message, WORDS_SHOWN / 4)).join('; '),
    WORDS_SHOWN,
  )
  return new DebituraApiError(
    {
      ...said,
      status: answer.status,
      operation: operationLabel(operation),
      body: shortened(body, BODY_SHOWN),
    },
    {
      what: failedCall(operation),
      why: `Debitura answered ${words === '' ? headline : `${headline}: ${words}`}${earlier}`,
      todo: hintFor({
        status: answer.status,
        type: said.type,
        solutionUrl: said.solutionUrl,
        api: operation.api,
        environment,
        credential: credential.kind,
      }),
    },
  )
}

// Once more, because a body can spell a secret with escapes that parsing resolves.
function withoutSecrets({ type, messages, solutionUrl }: ErrorBody, redactor: Redactor): ErrorBody {
  const redact = (text: string) => redactor.redact(text)
  return {
    type: type === undefined ? undefined : redact(type),
    messages: messages.map((message) => shortened(redact(message), BODY_SHOWN)),
    solutionUrl: solutionUrl === undefined ? undefined : redact(solutionUrl),
  }
}

function redirected(called: Called, { status, location }: WireAnswer): DebituraTestkitError {
  const target =
    location !== undefined && URL.canParse(location, called.origin)
      ? new URL(location, called.origin).host
      : 'nowhere'
  return errorAbout(called, {
    code: 'DBT_REDIRECT_REFUSED',
    why: `the answer was a redirect (${status}) from ${new URL(called.origin).host} to ${target}, where the key must not go`,
    todo: 'Look for a proxy or a login page on the way, and correct the URL of the API',
  })
}

function unanswered(called: Called, failure: WireFailure, afterDoubt: boolean): DebituraTestkitError {
  const { host } = new URL(called.origin)
  if (failure.code === 'BODY_LIMIT') {
    return errorAbout(called, {
      code: 'DBT_UNEXPECTED_ANSWER',
      why: `${host} answered ${failure.message}, which is more than is read`,
      todo: 'Ask for less at once: a smaller page, say',
    })
  }
  const doubt =
    called.operation.safety === 'read' ? '' : ', so that nobody knows whether the call was carried out'
  // A new error rather than undici's own, which holds the request's headers and with them the key.
  const cause = Object.assign(new Error(called.redactor.redact(failure.message)), { code: failure.code })
  return errorAbout(called, {
    code: failure.sent || afterDoubt ? 'DBT_ANSWER_LOST' : 'DBT_UNREACHABLE',
    why: failure.sent
      ? `the connection to ${host} failed before the answer was complete (${failure.code})${doubt}`
      : `${host} cannot be reached (${failure.code})${afterDoubt ? `${EARLIER_LOST}${doubt}` : ''}`,
    todo: whereToLook(called, failure),
    cause,
  })
}

function whereToLook({ environment, origin }: Called, failure: WireFailure): string {
  if (isUntrusted(failure.code))
    return 'If a proxy signs certificates here, name its own in NODE_EXTRA_CA_CERTS'
  if (environment === 'sandbox') return `Check that a sandbox is running at ${origin}`
  return failure.sent
    ? 'Try again later, and look at the status of Debitura'
    : 'Check the network, DNS, and whether the way out is blocked'
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
