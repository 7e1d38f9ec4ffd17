import type { ReferralCase } from '../../contract/shapes/index.ts'
import { CLOSE_CODES, LIFECYCLES } from '../../contract/words/index.ts'
import { countryOf } from '../jurisdictions/country.ts'
import { collectorOf } from '../rules/cases/collector.ts'
import { remainderOf } from '../rules/payments/amounts.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { ClientRecord } from '../store/client-record.ts'
import type { World } from '../store/world.ts'
import { engagementPhase } from './case-view.ts'
import { readStyle, written, writtenOrNull } from './timestamp.ts'
import { validationView } from './validation-view.ts'

/** A client's case as its referral partner sees it. */
export function referralCaseView(world: World, client: ClientRecord, record: CaseRecord): ReferralCase {
  const { debtor } = record
  const style = readStyle(world)
  const place = debtor.countryAlpha2 ?? debtor.country
  return {
    id: record.id,
    reference: record.reference,
    creditorReference: record.creditorReference,
    client: clientOf(client),
    debtor: { name: debtor.name, country: place == null ? null : (countryOf(place)?.name ?? place) },
    grossAmount: record.grossAmount,
    remainder: remainderOf(record),
    currency: record.currency,
    lifecycle: LIFECYCLES[record.lifecycle],
    closeCode: record.closeCode === null ? null : CLOSE_CODES[record.closeCode],
    currentEngagementPhase: engagementPhase(record),
    dateCreated: written(record.dateCreated, style),
    dueDate: written(record.dueDate, style),
    dateCollectionStarted: writtenOrNull(record.dateCollectionStarted, style),
    dateFinished: writtenOrNull(record.dateFinished, style),
    validation: validationView(record, style),
    collectionPartner: collectorOf(world, record)?.companyName ?? null,
    expectedReferralRatePercentage: null,
  }
}

function clientOf({ externalTenantId, creditor, users }: ClientRecord): ReferralCase['client'] {
  const onboarding = users.find((user) => user.isOnboardingUser)
  const contact = ({ email, name }: { readonly email: string; readonly name: string }) => ({ email, name })
  return {
    externalTenantId,
    creditorId: creditor.profile.id,
    companyName: creditor.profile.companyName,
    contacts: {
      onboardingUser: onboarding === undefined ? null : contact(onboarding),
      officeEmail: creditor.profile.officeEmail,
      otherUsers: users.filter((user) => user !== onboarding).map(contact),
    },
  }
}
