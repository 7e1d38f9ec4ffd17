import type { Case, Client, CreateCaseRequest } from '../../contract/shapes/index.ts'
import type { ClientRecord } from '../store/client-record.ts'
import type { World } from '../store/world.ts'
import { caseView } from '../views/case-view.ts'
import { openCase } from './open-case.ts'
import { newCase } from './submit-case.ts'

type CaseResults = NonNullable<Client['caseResults']>
type CaseFailure = NonNullable<CaseResults['failedCases']>[number]

/** Opens the cases that come with a new client: they wait for its signature. */
export function casesOfNewClient(
  world: World,
  client: ClientRecord,
  requests: readonly CreateCaseRequest[],
): CaseResults | null {
  if (requests.length === 0) return null
  const successfulCases: Case[] = []
  const failedCases: CaseFailure[] = []
  requests.forEach((request, index) => {
    const partnerId = request.collectionPartnerId?.toLowerCase()
    if (partnerId !== undefined && partnerId !== world.collectionPartner.id) {
      failedCases.push(failure(request, index, 'NoPartnerAvailable', 'No collection partner with this id.'))
    } else {
      const record = openCase(world, newCase(world, client.creditor, request))
      successfulCases.push(caseView(world, record, 'zoned'))
    }
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
