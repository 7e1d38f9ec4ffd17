import type { Client } from '../../contract/shapes/index.ts'
import { contractUrl } from '../page-urls.ts'
import { earningsOf } from '../rules/revenue/earnings.ts'
import type { ClientRecord, ClientUser } from '../store/client-record.ts'
import type { World } from '../store/world.ts'
import { kycStatus, kycView } from './kyc-view.ts'
import { personName } from './person-name.ts'
import { type TimeStyle, written } from './timestamp.ts'

/** A client as the Referral Partner API answers it. */
export function clientView(
  world: World,
  client: ClientRecord,
  style: TimeStyle,
  caseResults: Client['caseResults'] = null,
): Client {
  const { profile, signed } = client.creditor
  return {
    externalTenantId: client.externalTenantId,
    onboardingDone: signed,
    onboardingLinks: signed ? null : { url: contractUrl(world, client.creditor) },
    client: {
      id: profile.id,
      companyName: profile.companyName,
      officeEmail: profile.officeEmail,
      country: profile.country,
      address: profile.address,
      city: profile.city,
      zipCode: profile.zipCode,
      companyRegistrationNumber: profile.companyRegistrationNumber,
    },
    users: client.users.map(userView),
    isAttributedClient: client.isAttributed,
    dateLinked: written(client.dateLinked, style),
    caseStats: caseStats(world, profile.id),
    kycStatus: kycStatus(client.creditor),
    kycVerification: client.creditor.kyc === null ? null : kycView(client.creditor.kyc, style),
    caseResults,
  }
}

function caseStats(world: World, creditorId: string): Client['caseStats'] {
  const casesClosed = world.cases.inLifecycle(creditorId, 'Closed').size
  const casesTotal = world.cases.countOf(creditorId)
  return { casesTotal, casesClosed, earningsUsd: earningsOf(world, creditorId) }
}

function userView({ id, email, name }: ClientUser): NonNullable<Client['users']>[number] {
  return { id, email, ...personName(name) }
}
