import type { Division } from '../../contract/shapes/index.ts'
import type { DivisionRecord } from '../store/division-table.ts'
import { type TimeStyle, written, writtenOrNull } from './timestamp.ts'

/** A division as the Customer API answers it. */
export function divisionView(division: DivisionRecord, style: TimeStyle): Division {
  return {
    id: division.id,
    companyName: division.companyName,
    registrationNumber: division.registrationNumber,
    address: division.address,
    zipCode: division.zipCode,
    state: division.state,
    city: division.city,
    country: division.country,
    officeEmail: division.officeEmail,
    officePhone: division.officePhone,
    isArchived: division.isArchived,
    createdUtc: written(division.createdUtc, style),
    updatedUtc: writtenOrNull(division.updatedUtc, style),
  }
}
