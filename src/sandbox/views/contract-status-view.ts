import type { CaseContractStatus } from '../../contract/shapes/index.ts'
import { jurisdictionOf } from '../jurisdictions/find.ts'
import { collectorOf } from '../rules/cases/collector.ts'
import { awaitedContracts } from '../rules/contracts/contracts.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { World } from '../store/world.ts'
import { debtCollectionContractView, powerOfAttorneyView } from './coverage-view.ts'

/**
 * The contracts of a case. A test case has no partner, and yet may wait for a power of attorney: then it is told too.
 * No jurisdiction of the sandbox has a pricing appendix.
 */
export function contractStatusView(world: World, record: CaseRecord): CaseContractStatus {
  const { creditor, collectionPartnerId } = record
  const sdca = debtCollectionContractView(world, creditor)
  const jurisdiction = jurisdictionOf(record.debtor)
  const poa = jurisdiction && powerOfAttorneyView(world, creditor, jurisdiction)
  const hasPoa = collectionPartnerId !== null || jurisdiction?.needsPowerOfAttorney
  return {
    sdca: itemOf(sdca),
    poa: poa !== undefined && hasPoa ? itemOf(poa) : null,
    pricingAppendix: null,
    collectionPartnerName: collectorOf(world, record)?.companyName ?? null,
    needsPoaSigning: awaitedContracts(world, record).some(({ type }) => type === 'MissingPowerOfAttorney'),
  }
}

const itemOf = ({
  signed,
  requiresResigning,
  solutionUrl,
}: NonNullable<CaseContractStatus['sdca']>): CaseContractStatus['sdca'] => ({
  signed,
  requiresResigning,
  solutionUrl,
})
