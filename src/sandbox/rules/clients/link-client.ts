import { randomUUID } from 'node:crypto'
import type { CreateClientRequest } from '../../../contract/shapes/index.ts'
import { countryOf } from '../../jurisdictions/country.ts'
import type { ClientRecord } from '../../store/client-record.ts'
import { newCreditor } from '../../store/creditor.ts'
import type { World } from '../../store/world.ts'
import { askForSignature } from '../dossier/tasks.ts'

/** Makes a client that has signed nothing yet. */
export function linkClient(
  world: World,
  { externalTenantId, client, users }: CreateClientRequest,
): ClientRecord {
  const linkId = randomUUID()
  const profile = {
    id: randomUUID(),
    companyName: client.name,
    companyRegistrationNumber: client.registrationNumber ?? null,
    address: client.address ?? null,
    zipCode: client.zipCode ?? null,
    city: client.city ?? null,
    state: client.state ?? null,
    country: countryOf(client.country)?.name ?? client.country,
    officeEmail: client.supportEmail,
    officePhone: client.supportPhone ?? null,
  }
  const record: ClientRecord = {
    externalTenantId,
    linkId,
    creditor: newCreditor(profile, { signingId: linkId, signed: false }),
    users: users.map(({ name, email, isOnboardingUser }) => ({
      id: world.sequences.next('client user'),
      name,
      email,
      // A single user is the one who onboards.
      isOnboardingUser: isOnboardingUser === true || users.length === 1,
    })),
    dateLinked: world.now(),
    sequence: world.sequences.next('client'),
    isAttributed: true,
    pendingLeadQuotes: false,
    unpaidCommission: false,
  }
  world.clients.add(record)
  askForSignature(world, profile.id)
  return record
}
