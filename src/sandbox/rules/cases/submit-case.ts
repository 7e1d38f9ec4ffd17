import type { CreateCaseRequest } from '../../../contract/shapes/index.ts'
import type { Lifecycle } from '../../../contract/words/index.ts'
import { badRequest, brokenRule, brokenRules, invalidFields } from '../../http/refusal.ts'
import { isCovered, jurisdictionOf, noPartnerIn } from '../../jurisdictions/find.ts'
import type { Jurisdiction } from '../../jurisdictions/table.ts'
import { usableReturnUrl } from '../../page-urls.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { Creditor } from '../../store/creditor.ts'
import type { DivisionRecord } from '../../store/division-table.ts'
import type { World } from '../../store/world.ts'
import { handoffUrl, missingContracts, missingKyc } from '../contracts/contracts.ts'
import { ownCreditor } from '../own-creditor.ts'
import { caseProblems } from './check-case.ts'
import { type NewCase, openCase } from './open-case.ts'

/**
 * Takes a creditor's case, or refuses it: first its fields, then where its debtor is, and last what the account has not
 * signed. A test case is looked at as any other.
 * @see Customer API, `POST /cases`
 */
export function submitCase(world: World, creditorId: string, request: CreateCaseRequest): CaseRecord {
  const creditor = ownCreditor(world, creditorId)
  const problems = caseProblems(request, world, creditorId)
  if (problems !== undefined) throw invalidFields(problems)
  const jurisdiction = acceptable(world, creditor, request)
  const contracts =
    request.allowPendingContracts === true ? [] : missingContracts(world, creditor, jurisdiction)
  const kyc = missingKyc(world, creditor, jurisdiction)
  if (kyc.length > 0) creditor.needsKyc = true
  const missing = [...contracts, ...kyc]
  if (missing.length > 0) {
    throw brokenRules(missing, handoffUrl(world, creditor, missing, usableReturnUrl(request.returnUrl)))
  }
  return openCase(world, newCase(world, creditor, request))
}

/** The jurisdiction of a checked case; refused where no signature would make Debitura take the case. */
export function acceptable(world: World, creditor: Creditor, request: CreateCaseRequest): Jurisdiction {
  refuseDuplicate(world, creditor.profile.id, request.creditorReference)
  const jurisdiction = coveredJurisdiction(world, request)
  if (creditor.isBlocked) throw brokenRule('CreditorBlocked', 'Debitura takes no cases from this account.')
  return jurisdiction
}

/** What a creditor's checked request makes. */
export function newCase(world: World, creditor: Creditor, request: CreateCaseRequest): NewCase {
  const { initialLifecycle } = world.behaviours
  const isTest = request.isTest === true
  const once: Lifecycle = request.skipDebituraVerification === true ? 'PendingVerification' : initialLifecycle
  const { debtor, amountToRecover } = request
  if (debtor === undefined || amountToRecover === undefined) throw new Error('The request was not checked')
  const isReady = missingContracts(world, creditor, jurisdictionOf(debtor)).length === 0
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
    returnUrl: usableReturnUrl(request.returnUrl),
    lifecycle: isReady ? once : 'PendingContractSigning',
    lifecycleOnceSigned: once,
  }
}

function divisionOf(world: World, { creditorDivisionId }: CreateCaseRequest): DivisionRecord | undefined {
  return creditorDivisionId == null ? undefined : world.divisions.byId(creditorDivisionId)
}

function refuseDuplicate(world: World, creditorId: string, reference: string | null | undefined): void {
  if (world.behaviours.duplicateCreditorReference === 'allow') return
  if (reference == null || world.cases.byCreditorReference(creditorId, reference) === undefined) return
  throw badRequest('DuplicateReference', `The creditor reference '${reference}' is in use already.`)
}

/** 422 where no partner takes a case. */
export function coveredJurisdiction(
  world: World,
  { debtor, collectionPartnerId }: Pick<CreateCaseRequest, 'debtor' | 'collectionPartnerId'>,
): Jurisdiction {
  const jurisdiction = jurisdictionOf(debtor ?? {})
  if (jurisdiction === undefined) throw new Error('The debtor was not checked')
  if (!isCovered(world, jurisdiction)) {
    throw brokenRule('NoPartnerAvailable', noPartnerIn(jurisdiction))
  }
  if (collectionPartnerId != null && collectionPartnerId.toLowerCase() !== world.collectionPartner.id) {
    throw brokenRule(
      'NoPartnerAvailable',
      `No collection partner with this id takes cases in ${jurisdiction.name}.`,
    )
  }
  return jurisdiction
}
