import { randomUUID } from 'node:crypto'
import type { CollectionPartnerProfile, ReferralPartnerProfile } from '../../contract/shapes/index.ts'
import type { Behaviours } from '../behaviours.ts'
import { Agenda } from '../clock/agenda.ts'
import { WorldClock } from '../clock/world-clock.ts'
import type { Debitura } from '../debitura.ts'
import { CaseTable } from './case-table.ts'
import { ClientTable } from './client-table.ts'
import type { Creditor } from './creditor.ts'
import { EventLog } from './event-log.ts'
import { collectionPartnerOf, creditorOf, referralPartnerOf } from './profiles.ts'
import { StoredAnswers } from './stored-answers.ts'
import { WebhookTable } from './webhook-table.ts'

/** Everything that one key's world holds: a creditor, a referral partner, a collection partner, and what they made. */
export class World {
  readonly name: string
  readonly debitura: Debitura
  readonly clock: WorldClock
  readonly agenda = new Agenda()
  /** The choices that hold here. */
  behaviours: Behaviours
  /** The account behind the Customer API key. */
  readonly creditor: Creditor
  readonly referralPartner: ReferralPartnerProfile
  readonly collectionPartner: CollectionPartnerProfile
  readonly cases = new CaseTable()
  readonly clients = new ClientTable()
  readonly webhooks = new WebhookTable()
  readonly events = new EventLog()
  readonly storedAnswers = new StoredAnswers()

  constructor(name: string, debitura: Debitura) {
    this.name = name
    this.debitura = debitura
    this.behaviours = debitura.settings.behaviours
    this.clock = new WorldClock(debitura.settings.now)
    this.creditor = creditorOf(name, randomUUID())
    this.referralPartner = referralPartnerOf(name, randomUUID())
    this.collectionPartner = collectionPartnerOf(name, randomUUID())
  }

  /** The time in this world: ISO 8601 in UTC. */
  now(): string {
    return this.clock.now().toISOString()
  }

  /** The creditor with this id: the world's own, or a client. */
  creditorById(id: string): Creditor | undefined {
    return id === this.creditor.profile.id ? this.creditor : this.clients.byCreditor(id)?.creditor
  }
}
