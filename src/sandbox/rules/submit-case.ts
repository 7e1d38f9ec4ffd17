import type { CreateCaseRequest } from '../../contract/shapes/index.ts'
import type { Lifecycle } from '../../contract/words/index.ts'
import { badRequest, brokenRule, invalidFields } from '../http/refusal.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { Creditor } from '../store/creditor.ts'
import type { DivisionRecord } from '../store/division-table.ts'
import type { World } from '../store/world.ts'
import { caseProblems } from './check-case.ts'
import { type NewCase, openCase } from './open-case.ts'

/**
 * Takes a creditor's case, or refuses it: first its fields, then what only the account decides.
 * @see Customer API, `POST /cases`
 */
export function submitCase(world: World, creditorId: string, request: CreateCaseRequest): CaseRecord {
  const { behaviours } = world
  const creditor = world.creditorById(creditorId)
  if (creditor === undefined) throw new Error(`No creditor ${creditorId} in the world '${world.name}'`)
  const problems = caseProblems(request, world, creditorId)
  if (problems !== undefined) throw invalidFields(problems)
  if (behaviours.duplicateCreditorReference === 'refuse')
    refuseDuplicate(world, creditorId, request.creditorReference)
  refuseUnknownPartner(world, request.collectionPartnerId)
  if (!creditor.signed && request.allowPendingContracts !== true) throw unsigned(creditor)
  return openCase(world, newCase(world, creditor, request))
}

/** What a creditor's checked request makes. */
export function newCase(world: World, creditor: Creditor, request: CreateCaseRequest): NewCase {
  const { initialLifecycle } = world.behaviours
  const isTest = request.isTest === true
  const once: Lifecycle = request.skipDebituraVerification === true ? 'PendingVerification' : initialLifecycle
  const { debtor, amountToRecover } = request
  if (debtor === undefined || amountToRecover === undefined) throw new Error('The request was not checked')
  return {
    accountId: creditor.profile.id,
    creditor,
    // A test case is routed to nobody; any other goes to the one partner there is.
    collectionPartnerId: isTest ? null : world.collectionPartner.id,
    isTest,
    tag: request.tag,
    creditorReference: request.creditorReference,
    comments: request.comments,
    claimDescription: request.claimDescription,
    currencyCode: request.currencyCode,
    amountToRecover,
    amountToRecoverOver12Months: request.amountToRecoverOver12Months,
    amountToRecoverOver24Months: request.amountToRecoverOver24Months,
    date: request.date,
    dueDate: request.dueDate,
    debtor,
    assignedUserEmail: request.assignedUserEmail,
    division: divisionOf(world, request),
    lifecycle: creditor.signed ? once : 'PendingContractSigning',
    lifecycleOnceSigned: once,
  }
}

function divisionOf(world: World, { creditorDivisionId }: CreateCaseRequest): DivisionRecord | undefined {
  return creditorDivisionId == null ? undefined : world.divisions.byId(creditorDivisionId)
}

function refuseDuplicate(world: World, creditorId: string, reference: string | null | undefined): void {
  if (reference == null || world.cases.byCreditorReference(creditorId, reference) === undefined) return
  throw badRequest('DuplicateReference', `The creditor reference '${reference}' is in use already.`)
}

function refuseUnknownPartner(world: World, partnerId: string | null | undefined): void {
  if (partnerId == null || partnerId.toLowerCase() === world.collectionPartner.id) return
  throw brokenRule(
    'NoPartnerAvailable',
    'No collection partner with this id takes cases of this jurisdiction.',
  )
}

function unsigned({ signingUrl }: Creditor) {
  const message = 'The debt collection contract has to be signed first.'
  return brokenRule('MissingDebtCollectionContract', message, signingUrl)
}
