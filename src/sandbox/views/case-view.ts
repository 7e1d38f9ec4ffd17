import type { Case, DebtorInput } from '../../contract/shapes/index.ts'
import { CLOSE_CODES, LIFECYCLES } from '../../contract/words/index.ts'
import { collectorOf } from '../rules/cases/collector.ts'
import { exclusivePeriodEnd } from '../rules/cases/exclusive-period.ts'
import { awaitedContracts, handoffUrl } from '../rules/contracts/contracts.ts'
import { allocationOf, feesOn, remainderOf } from '../rules/payments/amounts.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { World } from '../store/world.ts'
import { type TimeStyle, written, writtenOrNull } from './timestamp.ts'
import { needsInfo } from './validation-view.ts'

/** A case as the Customer and the Collection Partner API answer it. The tag is not part of it. */
export function caseView(world: World, record: CaseRecord, style: TimeStyle): Case {
  const missing = awaitedContracts(world, record)
  const combinedSigningUrl = handoffUrl(world, record.creditor, missing, record.returnUrl)
  return {
    id: record.id,
    dateCreated: written(record.dateCreated, style),
    dateUpdated: writtenOrNull(record.dateUpdated, style),
    reference: record.reference,
    creditorReference: record.creditorReference,
    creditorComments: record.comments,
    claimDescription: record.claimDescription,
    grossAmount: record.grossAmount,
    remainder: remainderOf(record),
    interestFees: record.interestFees,
    reminderFees: record.reminderFees,
    collectionFees: record.collectionFees,
    totalAddedFees: feesOn(record),
    currency: record.currency,
    isTestCase: record.isTest,
    lifecycle: LIFECYCLES[record.lifecycle],
    dueDate: written(record.dueDate, style),
    date: written(record.date, style),
    dateFinished: writtenOrNull(record.dateFinished, style),
    dateCollectionStarted: writtenOrNull(record.dateCollectionStarted, style),
    closeCode: record.closeCode === null ? null : CLOSE_CODES[record.closeCode],
    currentEngagementPhase: engagementPhase(record),
    claimType: 'Unpaid Invoice',
    creditorDivisionId: record.division?.id ?? null,
    debtor: debtorView(record.debtor),
    collectionPartner: partnerView(world, record),
    creditor: creditorView(record),
    bankAccount: null,
    blendedAgeUpliftPoints: record.hasBlendedUplift ? record.ageUplift : null,
    preLegalSuccessFee: engagementPhase(record) === 'Pre-legal' ? record.successFee : null,
    solutionUrl: missing[0]?.solutionUrl ?? null,
    signingHandoff: combinedSigningUrl === null ? null : { combinedSigningUrl },
    exclusivePeriodEndDate: writtenOrNull(exclusivePeriodEnd(record), style),
    disputeStatus: null,
    validation: { needsInfo: needsInfo(record) },
    assignedUser: record.assignedUserEmail === null ? null : { email: record.assignedUserEmail, name: null },
    allocationOutstanding: allocationOf(record),
  }
}

/** The phase that collection is in: pre-legal once it has started. It stays when the case closes. */
export const engagementPhase = (record: CaseRecord): string | null =>
  record.dateCollectionStarted === null ? null : 'Pre-legal'

function creditorView({ creditor, division }: CaseRecord): NonNullable<Case['creditor']> {
  const { profile } = creditor
  return {
    id: profile.id,
    companyName: profile.companyName,
    companyRegistrationNumber: profile.companyRegistrationNumber,
    officeEmail: profile.officeEmail,
    officePhone: profile.officePhone,
    address: profile.address,
    city: profile.city,
    zipCode: profile.zipCode,
    state: profile.state,
    country: profile.country,
    division: division === null ? null : { id: division.id, name: division.companyName },
  }
}

function debtorView(debtor: DebtorInput): Case['debtor'] {
  return {
    type: debtor.type,
    name: debtor.name,
    contactPerson: debtor.contactPerson ?? null,
    companyRegistrationNumber: debtor.companyRegistrationNumber ?? null,
    address: debtor.address ?? null,
    zipCode: debtor.zipCode ?? null,
    city: debtor.city ?? null,
    state: debtor.state ?? null,
    stateAlpha2: debtor.stateAlpha2 ?? null,
    countryAlpha2: debtor.countryAlpha2 ?? null,
    country: debtor.country ?? null,
    email: debtor.email ?? null,
    phone: debtor.phone ?? null,
  }
}

function partnerView(world: World, record: CaseRecord): Case['collectionPartner'] {
  const collector = collectorOf(world, record)
  if (collector === null) return null
  const { companyName, officeEmail, officePhone } = collector
  return { name: companyName, officeEmail, officePhone, publicSite: null, surveyCadenceMode: 0 }
}
