import * as v from 'valibot'
import { ApiError, type Case, type Client, type CreateCaseRequest } from '../../../contract/shapes/index.ts'
import { Refusal } from '../../http/refusal.ts'
import type { ClientRecord } from '../../store/client-record.ts'
import type { World } from '../../store/world.ts'
import { caseView } from '../../views/case-view.ts'
import { openCase } from '../cases/open-case.ts'
import { acceptable, newCase } from '../cases/submit-case.ts'

type CaseResults = NonNullable<Client['caseResults']>
type CaseFailure = NonNullable<CaseResults['failedCases']>[number]

/** Opens the cases that come with a client: they wait for what it has not signed. Verification is not asked for here. */
export function casesOfNewClient(
  world: World,
  client: ClientRecord,
  requests: readonly CreateCaseRequest[],
): CaseResults | null {
  if (requests.length === 0) return null
  const successfulCases: Case[] = []
  const failedCases: CaseFailure[] = []
  requests.forEach((request, index) => {
    try {
      acceptable(world, client.creditor, request)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      failedCases.push(refused(request, index, error))
      return
    }
    const record = openCase(world, newCase(world, client.creditor, request))
    successfulCases.push(caseView(world, record, 'zoned'))
  })
  return { successfulCases, failedCases }
}

/** Cases are made with the client, and never again: a repeat is told so, and nothing happens. */
export function casesOfKnownClient(requests: readonly CreateCaseRequest[]): CaseResults | null {
  if (requests.length === 0) return null
  const message = 'Cases are created with the first request for a client only.'
  const failedCases = requests.map((request, index) =>
    failure(request, index, 'IdempotencyViolation', message),
  )
  return { successfulCases: [], failedCases }
}

/** Refusals that a failed case names; every other one is unexpected here. */
const NAMED = new Set(['NoPartnerAvailable', 'DuplicateReference'])

function refused(request: CreateCaseRequest, caseIndex: number, { body }: Refusal): CaseFailure {
  const { businessErrors } = v.parse(ApiError, body)
  const { type, message } = businessErrors[0] ?? { type: null, message: null }
  const errorType = type !== null && NAMED.has(type) ? type : 'UnexpectedError'
  return failure(request, caseIndex, errorType, message ?? 'The case was refused.')
}

function failure(
  request: CreateCaseRequest,
  caseIndex: number,
  errorType: string,
  errorMessage: string,
): CaseFailure {
  const creditorReference = request.creditorReference ?? null
  return {
    caseIndex,
    creditorReference,
    errorType,
    errorMessage,
    validationErrors: null,
    signingHandoff: null,
  }
}
