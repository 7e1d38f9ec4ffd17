import type { BusinessError } from '../../../contract/shapes/index.ts'
import { jurisdictionOf, needsKyc } from '../../jurisdictions/find.ts'
import type { Jurisdiction } from '../../jurisdictions/table.ts'
import { combinedUrl, contractUrl, kycUrl, powerOfAttorneyUrl } from '../../page-urls.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { Creditor } from '../../store/creditor.ts'
import type { World } from '../../store/world.ts'

/** Something that an account has not done yet, and that its case needs. */
export interface Missing extends BusinessError {
  readonly type: 'MissingDebtCollectionContract' | 'MissingPowerOfAttorney' | 'MissingKycVerification'
  readonly message: string
  readonly solutionUrl: string
}

/** The contracts that are unsigned for a case of a jurisdiction. They may be signed after the case was submitted. */
export function missingContracts(world: World, creditor: Creditor, jurisdiction?: Jurisdiction): Missing[] {
  const { collectionPartner } = world
  const missing: Missing[] = []
  const solutionUrl = contractUrl(world, creditor)
  if (solutionUrl !== null) {
    const message =
      creditor.invalidation === null
        ? 'The debt collection contract has to be signed first.'
        : 'The debt collection contract has to be signed again first.'
    missing.push({ type: 'MissingDebtCollectionContract', message, solutionUrl })
  }
  if (jurisdiction?.needsPowerOfAttorney && !hasPowerOfAttorney(creditor, collectionPartner.id)) {
    missing.push({
      type: 'MissingPowerOfAttorney',
      message: `The collection partner for ${jurisdiction.name} needs a power of attorney.`,
      solutionUrl: powerOfAttorneyUrl(world, creditor, collectionPartner.id),
    })
  }
  return missing
}

/** Whether a collection partner may act for an account. */
export const hasPowerOfAttorney = ({ powersOfAttorney }: Creditor, collectionPartnerId: string): boolean =>
  powersOfAttorney.includes(collectionPartnerId)

/** Whether Debitura holds the verification of who directs an account. */
export const hasKycOnFile = ({ behaviours }: World, { kyc }: Creditor): boolean =>
  kyc !== null && (behaviours.kycOnFile === 'submitted' || kyc.dateCompleted !== null)

/** Whether cases of a jurisdiction need a verification. It is asked of clients of referral partners alone. */
export const asksForKyc = (world: World, creditor: Creditor, jurisdiction: Jurisdiction): boolean =>
  creditor !== world.creditor && needsKyc(world, jurisdiction)

/** The verification that a case of a jurisdiction needs first; nothing makes up for it. */
export function missingKyc(world: World, creditor: Creditor, jurisdiction: Jurisdiction): Missing[] {
  if (!asksForKyc(world, creditor, jurisdiction) || hasKycOnFile(world, creditor)) return []
  return [
    {
      type: 'MissingKycVerification',
      message: `The collection partner for ${jurisdiction.name} needs to know who directs the company.`,
      solutionUrl: kycUrl(world, creditor),
    },
  ]
}

/** One page for all that is missing; `null` where nothing is. */
export function handoffUrl(
  world: World,
  creditor: Creditor,
  missing: readonly Missing[],
  returnUrl: string | null,
): string | null {
  if (missing.length === 0) return null
  const has = (type: Missing['type']) => missing.some((one) => one.type === type)
  return combinedUrl(world, creditor, {
    collectionPartnerId: has('MissingPowerOfAttorney') ? world.collectionPartner.id : null,
    kyc: has('MissingKycVerification'),
    returnUrl,
  })
}

/** The contracts that a case waits for; none once it has moved on. */
export const awaitedContracts = (world: World, { lifecycle, creditor, debtor }: CaseRecord): Missing[] =>
  lifecycle === 'PendingContractSigning' ? missingContracts(world, creditor, jurisdictionOf(debtor)) : []
