import type {
  Coverage,
  DebtCollectionContract,
  PowerOfAttorney,
  ReferralCoverage,
} from '../../contract/shapes/index.ts'
import { isCovered } from '../jurisdictions/find.ts'
import type { Jurisdiction } from '../jurisdictions/table.ts'
import { contractUrl, powerOfAttorneyUrl, termsUrl } from '../page-urls.ts'
import { hasPowerOfAttorney } from '../rules/contracts/contracts.ts'
import type { Creditor } from '../store/creditor.ts'
import type { World } from '../store/world.ts'

/** A jurisdiction as a creditor sees it. */
export const coverageView = (world: World, creditor: Creditor, jurisdiction: Jurisdiction): Coverage => ({
  ...placeView(jurisdiction),
  partners: partnersOf(world, jurisdiction).map((partner) => ({
    ...partner,
    ...powerOfAttorneyView(world, creditor, jurisdiction),
  })),
})

/** A jurisdiction as a referral partner sees it. */
export const referralCoverageView = (world: World, jurisdiction: Jurisdiction): ReferralCoverage => ({
  ...placeView(jurisdiction),
  partners: partnersOf(world, jurisdiction),
})

const placeView = ({ id, name, country, countryId, countryAlpha2, stateAlpha2 }: Jurisdiction) => ({
  jurisdictionId: id,
  jurisdiction: name,
  country,
  countryId,
  countryAlpha2,
  usStateAlpha2: stateAlpha2,
})

/** A world has one collection partner, and it collects wherever somebody does. */
function partnersOf(world: World, jurisdiction: Jurisdiction) {
  const { id, companyName } = world.collectionPartner
  if (!isCovered(world, jurisdiction)) return []
  return [{ partnerId: id, partnerName: companyName, conditions: 'All cases' }]
}

/**
 * Whether a jurisdiction's partner holds an account's power of attorney. Where none is needed there is nothing to
 * sign, and it counts as signed: whoever looks for what is missing finds nothing.
 */
export function powerOfAttorneyView(
  world: World,
  creditor: Creditor,
  { needsPowerOfAttorney }: Jurisdiction,
): PowerOfAttorney {
  const { id } = world.collectionPartner
  const isGiven = hasPowerOfAttorney(creditor, id)
  const signed = isGiven || !needsPowerOfAttorney
  return {
    signed,
    requiresResigning: false,
    invalidationReason: null,
    termsUrl: isGiven ? termsUrl(world, creditor, 'power-of-attorney') : null,
    solutionUrl: signed ? null : powerOfAttorneyUrl(world, creditor, id),
  }
}

/** Whether an account's debt collection contract is signed, and still stands. */
export function debtCollectionContractView(world: World, creditor: Creditor): DebtCollectionContract {
  const requiresResigning = creditor.invalidation !== null
  const signed = creditor.signed || requiresResigning
  return {
    signed,
    requiresResigning,
    invalidationReason: creditor.invalidation ?? 'None',
    termsUrl: signed ? termsUrl(world, creditor, 'debt-collection') : null,
    solutionUrl: contractUrl(world, creditor),
  }
}
