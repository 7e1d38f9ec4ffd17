import type {
  CasePreview,
  PreviewCaseRequest,
  PricingPreview,
  ReferralCasePreview,
} from '../../contract/shapes/index.ts'
import { countryOf } from '../jurisdictions/country.ts'
import { isCovered, needsKyc, noPartnerIn } from '../jurisdictions/find.ts'
import type { Jurisdiction } from '../jurisdictions/table.ts'
import { usableReturnUrl } from '../page-urls.ts'
import {
  asksForKyc,
  handoffUrl,
  hasKycOnFile,
  missingContracts,
  missingKyc,
} from '../rules/contracts/contracts.ts'
import { toHundredths } from '../rules/payments/currency.ts'
import { ageSurcharge } from '../rules/pricing/age-surcharge.ts'
import { baseSuccessFee } from '../rules/pricing/success-fee.ts'
import { toUtc } from '../rules/time.ts'
import type { Creditor } from '../store/creditor.ts'
import type { World } from '../store/world.ts'

/** What would become of a case of an account. */
export function previewView(
  world: World,
  creditor: Creditor,
  request: PreviewCaseRequest,
  jurisdiction: Jurisdiction,
): CasePreview {
  const isEligible = isCovered(world, jurisdiction)
  const missing = isEligible
    ? [...missingContracts(world, creditor, jurisdiction), ...missingKyc(world, creditor, jurisdiction)]
    : []
  const combinedSigningUrl = handoffUrl(world, creditor, missing, usableReturnUrl(request.returnUrl))
  return {
    result: {
      ...outlook(world, request, jurisdiction),
      partnerAssignment: isEligible ? assignment(world) : null,
      requiredActions: missing.map((action) => ({ ...action, isBlocking: true })),
      requiresKycVerification: isEligible && asksForKyc(world, creditor, jurisdiction),
      hasKycOnFile: hasKycOnFile(world, creditor),
      signingHandoff: combinedSigningUrl === null ? null : { combinedSigningUrl },
    },
  }
}

/** What would become of a case of some client that has signed no power of attorney yet. */
export function referralPreviewView(
  world: World,
  request: PreviewCaseRequest,
  jurisdiction: Jurisdiction,
): ReferralCasePreview {
  const isEligible = isCovered(world, jurisdiction)
  const requiresKycVerification = isEligible && needsKyc(world, jurisdiction)
  const action = (type: 'PoA' | 'Kyc') => ({
    type,
    collectionPartnerId: world.collectionPartner.id,
    dueDate: null,
  })
  return {
    ...outlook(world, request, jurisdiction),
    requiresKycVerification,
    pendingActions: [
      ...(isEligible && jurisdiction.needsPowerOfAttorney ? [action('PoA')] : []),
      ...(requiresKycVerification ? [action('Kyc')] : []),
    ],
    combinedSigningUrl: null,
  }
}

/** What both APIs tell. */
function outlook(world: World, request: PreviewCaseRequest, jurisdiction: Jurisdiction) {
  const { id, name, countryAlpha2, stateAlpha2 } = jurisdiction
  const isEligible = isCovered(world, jurisdiction)
  return {
    isEligible,
    ineligibilityReason: isEligible ? null : noPartnerIn(jurisdiction),
    jurisdiction: { id, name, countryAlpha2, stateAlpha2 },
    pricingPreview: isEligible ? pricing(world, request, jurisdiction) : null,
  }
}

function pricing(world: World, request: PreviewCaseRequest, jurisdiction: Jurisdiction): PricingPreview {
  const { feePoints, name } = jurisdiction
  const base = baseSuccessFee(request.amountToRecover, request.currencyCode, feePoints)
  const now = world.now()
  const due = request.dueDate == null ? now : toUtc(request.dueDate)
  const { points: surcharge } = ageSurcharge(request, { due, now }, world.behaviours)
  return {
    baseSuccessFeePercentage: base,
    ageSurchargePercentage: surcharge,
    totalSuccessFeePercentage: toHundredths(base + surcharge),
    currencyCode: request.currencyCode.toUpperCase(),
    pricingSource: 'Standard agreement',
    pricingSourceDescription: `${base}% success fee of the sandbox for ${name} and a claim of this size`,
  }
}

function assignment({ collectionPartner }: World) {
  const { id, companyName, country } = collectionPartner
  return {
    collectionPartnerId: id,
    partnerName: companyName,
    partnerCountry: countryOf(country ?? '')?.alpha2 ?? null,
  }
}
