import type { Eligibility } from '../../contract/shapes/index.ts'
import { isCovered, noPartnerIn } from '../jurisdictions/find.ts'
import type { Jurisdiction } from '../jurisdictions/table.ts'
import type { Creditor } from '../store/creditor.ts'
import type { World } from '../store/world.ts'
import { powerOfAttorneyView } from './coverage-view.ts'

/** Who would collect in a jurisdiction, and whether it may. Nothing is said of the debt collection contract. */
export function eligibilityView(world: World, creditor: Creditor, jurisdiction: Jurisdiction): Eligibility {
  const { id, name, country, countryAlpha2, stateAlpha2 } = jurisdiction
  const isEligible = isCovered(world, jurisdiction)
  const partner = { id: world.collectionPartner.id, name: world.collectionPartner.companyName }
  return {
    isEligible,
    jurisdiction: { id, name, country, countryAlpha2, usStateAlpha2: stateAlpha2 },
    partner: isEligible ? partner : null,
    powerOfAttorneyStatus: isEligible ? powerOfAttorneyView(world, creditor, jurisdiction) : null,
    errorMessage: isEligible ? null : noPartnerIn(jurisdiction),
  }
}
