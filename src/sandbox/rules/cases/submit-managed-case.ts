import { randomUUID } from 'node:crypto'
import type { CreateManagedCaseRequest } from '../../../contract/shapes/index.ts'
import { invalidFields } from '../../http/refusal.ts'
import { countryOf } from '../../jurisdictions/country.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import { type Creditor, newCreditor } from '../../store/creditor.ts'
import type { World } from '../../store/world.ts'
import { FieldMessages, isBlank } from '../field-messages.ts'
import { checkClaim } from './check-claim.ts'
import { checkDebtor } from './check-debtor.ts'
import { openCase } from './open-case.ts'
import { coveredJurisdiction } from './submit-case.ts'

/**
 * Takes a case that a collection partner manages for a creditor of its own. No contract is needed, and every case has
 * a creditor to itself.
 * @see Collection Partner API, `POST /managed-cases`
 */
export function submitManagedCase(world: World, request: CreateManagedCaseRequest): CaseRecord {
  const found = new FieldMessages()
  checkClaim(request, { needsDate: true, now: world.now() }, found)
  checkDebtor(request.debtor, { required: [], companyNeedsContactPerson: true }, found)
  checkCreditor(request, found)
  const problems = found.found()
  if (problems !== undefined) throw invalidFields(problems)
  coveredJurisdiction(world, { debtor: request.debtor })
  return openCase(world, {
    ...request,
    accountId: world.collectionPartner.id,
    creditor: managedCreditor(request),
    collectionPartnerId: world.collectionPartner.id,
    isTest: request.isTest === true,
    lifecycle: world.behaviours.initialManagedLifecycle,
  })
}

function checkCreditor(request: CreateManagedCaseRequest, found: FieldMessages): void {
  if (isBlank(request.creditorCompanyName))
    found.add('creditorCompanyName', 'creditorCompanyName is required.')
  const field = isBlank(request.creditorCountryAlpha2) ? 'creditorCountry' : 'creditorCountryAlpha2'
  const country = request[field]
  if (isBlank(country)) {
    found.add('creditorCountryAlpha2', 'creditorCountryAlpha2 or creditorCountry is required.')
  } else if (countryOf(country) === undefined) {
    found.add(field, `Unknown country: ${country}`)
  }
}

function managedCreditor(request: CreateManagedCaseRequest): Creditor {
  const country = request.creditorCountryAlpha2 || request.creditorCountry || ''
  const profile = {
    id: randomUUID(),
    companyName: request.creditorCompanyName,
    companyRegistrationNumber: null,
    address: null,
    zipCode: null,
    city: null,
    state: null,
    country: countryOf(country)?.name ?? country,
    officeEmail: null,
    officePhone: null,
  }
  return newCreditor(profile, { signingId: randomUUID(), signed: true })
}
