import type { ClientEvent } from '../../contract/words/index.ts'
import { clientLinks } from '../../webhooks/links.ts'
import { countryOf } from '../jurisdictions/country.ts'
import type { ClientRecord } from '../store/client-record.ts'
import type { Subscription } from '../store/webhook-table.ts'
import type { World } from '../store/world.ts'
import { enqueue } from './enqueue.ts'
import { envelope, occurrence } from './envelope.ts'

/** As much of a client as an event tells: a link, or a link that was only asked for. */
export type AnnouncedClient = Pick<ClientRecord, 'externalTenantId' | 'linkId' | 'creditor'> & {
  /** @default true */
  readonly isAttributed?: boolean
}

/** A change of a client that its referral partner hears of. */
export interface ClientChange {
  readonly event: ClientEvent
  /** What the event says besides the client; an `undefined` value leaves a field out. */
  readonly data?: Readonly<Record<string, unknown>>
}

/**
 * Tells the referral partner's subscriptions that asked for it. Delivery goes on in the background.
 * @see docs.debitura.com/referral-partners/integration-guides/webhooks
 */
export function announceClient(world: World, client: AnnouncedClient, change: ClientChange): void {
  tellOfClient(world, client, change, clientListeners(world, change.event))
}

/** The referral partner's subscriptions that hear of an event of a client. */
export function clientListeners(world: World, event: ClientEvent): Subscription[] {
  const { clientEvents } = world.behaviours
  return world.webhooks
    .ofAccount(world.referralPartner.id)
    .filter(({ isTestMode }) => clientEvents === 'all' || isTestMode === (clientEvents === 'test'))
    .filter(({ events }) => events.includes(event))
}

/** Tells the given subscriptions. */
export function tellOfClient(
  world: World,
  client: AnnouncedClient,
  { event, data }: ClientChange,
  subscriptions: readonly Subscription[],
): void {
  const what = occurrence(world, event)
  const { externalTenantId } = client
  const links = clientLinks(world.debitura.urls['referral-partner'], externalTenantId)
  for (const subscription of subscriptions) {
    const contents = { externalTenantId, creditor: creditorData(client, event), ...data }
    const payload = envelope(world, what, { isTest: subscription.isTestMode, data: contents, links })
    const { timestamp: firedAt } = what
    enqueue(world, subscription, { subjectId: client.linkId, caseId: null, event, payload, firedAt })
  }
}

function creditorData({ creditor, isAttributed = true }: AnnouncedClient, event: ClientEvent) {
  const { id, companyName, companyRegistrationNumber, country } = creditor.profile
  const shown = {
    id,
    companyName,
    registrationNumber: companyRegistrationNumber,
    countryId: countryId(country ?? ''),
  }
  return event === 'client.link_declined' ? shown : { ...shown, isAttributed }
}

/** Debitura's ids of countries are not published: a country has the same one in every sandbox. */
function countryId(country: string): string | null {
  const alpha2 = countryOf(country)?.alpha2
  return alpha2 === undefined
    ? null
    : `00000000-0000-4000-8000-${Buffer.from(alpha2).toString('hex').padStart(12, '0')}`
}
