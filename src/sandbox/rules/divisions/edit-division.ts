import { randomUUID } from 'node:crypto'
import type { DivisionRequest } from '../../../contract/shapes/index.ts'
import { invalidFields } from '../../http/refusal.ts'
import { countryOf } from '../../jurisdictions/country.ts'
import type { DivisionRecord } from '../../store/division-table.ts'
import type { World } from '../../store/world.ts'
import { FieldMessages, isBlank } from '../field-messages.ts'

/** Opens a division. @see Customer API, `POST /divisions` */
export function createDivision(world: World, accountId: string, request: DivisionRequest): DivisionRecord {
  const division = {
    id: randomUUID(),
    accountId,
    createdUtc: world.now(),
    ...fieldsOf(request),
    isArchived: false,
    updatedUtc: null,
  }
  world.divisions.add(division)
  return division
}

/** Replaces every field: what is left out is empty afterwards. @see Customer API, `PUT /divisions/{id}` */
export function updateDivision(
  world: World,
  division: DivisionRecord,
  request: DivisionRequest,
): DivisionRecord {
  return Object.assign(division, fieldsOf(request), { updatedUtc: world.now() })
}

function fieldsOf(request: DivisionRequest) {
  const found = new FieldMessages()
  if (isBlank(request.companyName)) found.add('companyName', 'companyName is required.')
  if (isBlank(request.city)) found.add('city', 'city is required.')
  const country = countryOf(request.countryCode)
  if (country === undefined) found.add('countryCode', `Unknown country: ${request.countryCode}`)
  const problems = found.found()
  if (problems !== undefined || country === undefined) throw invalidFields(problems ?? {})
  return {
    companyName: request.companyName,
    registrationNumber: request.registrationNumber ?? null,
    address: request.address ?? null,
    zipCode: request.zipCode ?? null,
    state: request.state ?? null,
    city: request.city,
    country,
    officeEmail: request.officeEmail ?? null,
    officePhone: request.officePhone ?? null,
  }
}
