import type { CollectionPartnerProfile, ReferralPartnerProfile } from '../../contract/shapes/index.ts'
import type { Behaviours } from '../behaviours.ts'
import { WorldClock } from '../clock/world-clock.ts'
import type { Debitura } from '../debitura.ts'
import { newAccounts } from './accounts.ts'
import type { Creditor } from './creditor.ts'
import { Snapshot, type WorldState } from './snapshot.ts'
import { addRows, rowsOf, Tables } from './tables.ts'

/** Everything that one key's world holds: a creditor, a referral partner, a collection partner, and what they made. */
export class World extends Tables {
  readonly name: string
  readonly debitura: Debitura
  readonly clock: WorldClock
  /** The choices that hold here. */
  behaviours: Behaviours
  /** The account behind the Customer API key. */
  readonly creditor: Creditor
  readonly referralPartner: ReferralPartnerProfile
  readonly collectionPartner: CollectionPartnerProfile

  /** @param state - what to begin with; the world makes it its own. An empty world where it is missing */
  constructor(name: string, debitura: Debitura, state?: WorldState) {
    super()
    this.name = name
    this.debitura = debitura
    this.behaviours = state?.behaviours ?? debitura.settings.behaviours
    this.clock = new WorldClock(debitura.settings.now)
    const { creditor, referralPartner, collectionPartner } = state?.accounts ?? newAccounts(name)
    this.creditor = creditor
    this.referralPartner = referralPartner
    this.collectionPartner = collectionPartner
    if (state === undefined) return
    this.clock.restore(state.clock)
    addRows(this, state.rows)
  }

  /** The time in this world: ISO 8601 in UTC. */
  now(): string {
    return this.clock.text()
  }

  /** The creditor with this id: the world's own, or a client. */
  creditorById(id: string): Creditor | undefined {
    return id === this.creditor.profile.id ? this.creditor : this.clients.byCreditor(id)?.creditor
  }

  /** Holds what there is, in one copy, so that what is shared stays shared. */
  snapshot(): Snapshot {
    const { name, debitura, creditor, referralPartner, collectionPartner, behaviours, clock } = this
    return new Snapshot(
      { world: name, takenAt: clock.now(), sandbox: debitura.nonce },
      structuredClone({
        accounts: { creditor, referralPartner, collectionPartner },
        behaviours,
        clock: clock.state,
        rows: rowsOf(this),
      }),
    )
  }
}
