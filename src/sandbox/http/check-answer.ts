import { type BaseIssue, object, safeParse, string } from 'valibot'
import type { Operation } from '../../contract/operations/index.ts'
import { ApiError, FieldErrors, ProblemDetails, RateLimited } from '../../contract/shapes/index.ts'
import type { Debitura } from '../debitura.ts'
import { reportBug } from '../report-bug.ts'
import { Answered, type Implementation } from './implement.ts'
import { CallerGone } from './read-bytes.ts'
import { internalError, problem, Refusal } from './refusal.ts'
import type { Answer } from './send.ts'

/** The sandbox is about to answer something that the contract does not allow. */
class ContractBreach extends Error {
  override readonly name = 'ContractBreach'
}

/** The answer to a request that was carried out, checked against the contract. */
export function success({ operation, holds }: Implementation, outcome: unknown, debitura: Debitura): Answer {
  const { status, body } =
    outcome instanceof Answered ? outcome : { status: operation.success[0], body: outcome }
  if (debitura.settings.strict) {
    if (!operation.success.includes(status)) throw breach(operation, status, [])
    if (!holds(body)) {
      // The quick check says that something is wrong, and Valibot what.
      throw breach(
        operation,
        status,
        operation.answer ? (safeParse(operation.answer, body).issues ?? []) : [],
      )
    }
  }
  return { status, text: body === undefined ? '' : JSON.stringify(body) }
}

/** The answer to a request that was refused, or that the sandbox failed at. */
export function unsuccess(operation: Operation, error: unknown, debitura: Debitura): Answer {
  if (!(error instanceof Refusal)) return unsuccessText(error)
  const refused = asDeclared(operation, error)
  if (debitura.settings.strict) {
    const { status, body } = refused
    const allowed = shapesOf(operation, status).some((shape) => safeParse(shape, body).success)
    if (!allowed) return failure(breach(operation, status, []))
  }
  return unsuccessText(refused)
}

const Usual = object({ error: string(), message: string() })

/** A few operations declare ASP.NET's own shape for a status; the guide on errors shows the usual one for the rest. */
function asDeclared({ refusals }: Operation, refused: Refusal): Refusal {
  if (refusals[refused.status] !== ProblemDetails) return refused
  const usual = safeParse(Usual, refused.body)
  return usual.success ? problem(refused.status, usual.output.error, usual.output.message) : refused
}

/** A refusal as it is sent, or the answer to what should not happen. */
export function unsuccessText(error: unknown): Answer {
  if (!(error instanceof Refusal)) return failure(error)
  return { status: error.status, text: JSON.stringify(error.body), headers: error.headers }
}

/** The answer to what should not happen. It says nothing of the cause. */
export function failure(error: unknown): Answer {
  // What is written to a connection that is gone goes nowhere, and there is nothing to report.
  if (!(error instanceof CallerGone)) reportBug('answer a request', error)
  return unsuccessText(internalError(500, 'InternalServerError', 'An unexpected error occurred.'))
}

function shapesOf(operation: Operation, status: number) {
  if (status === 429) return [RateLimited]
  const declared = operation.refusals[status] ?? ApiError
  // Every 400 may instead be about fields, or about a body that cannot be read; no contract declares it.
  return status === 400 ? [declared, FieldErrors, ProblemDetails] : [declared]
}

function breach(operation: Operation, status: number, issues: readonly BaseIssue<unknown>[]): ContractBreach {
  const found = issues.map(
    (issue) => `${issue.path?.map(({ key }) => String(key)).join('.')}: ${issue.message}`,
  )
  const what = `${operation.api} ${operation.name} answered ${status} out of contract`
  return new ContractBreach([what, ...found].join('\n  '))
}
