import { randomUUID } from 'node:crypto'
import type { Lifecycle } from '../../contract/words/index.ts'
import { activate } from '../rules/cases/drive-case.ts'
import { isCollected } from '../rules/cases/is-collected.ts'
import { openCase } from '../rules/cases/open-case.ts'
import { linkClient } from '../rules/clients/link-client.ts'
import { ownClient } from '../rules/clients/own-client.ts'
import { removeClient } from '../rules/clients/remove-client.ts'
import { signContract } from '../rules/contracts/sign-contract.ts'
import { ownDivision } from '../rules/divisions/own-division.ts'
import { keepTasksInStep } from '../rules/dossier/tasks.ts'
import { keepQuotesInStep } from '../rules/quotes/quote-request.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { ClientRecord } from '../store/client-record.ts'
import type { World } from '../store/world.ts'
import { refuseTakenAddress } from './refuse-taken-address.ts'

/** What a seeded case is to differ in. */
export interface SeedCase {
  /**
   * The client whose case it is.
   * @default the account behind the Customer API key
   */
  readonly externalTenantId?: string
  readonly tag?: string
  readonly creditorReference?: string
  /** The creditor's division that it is filed under. */
  readonly creditorDivisionId?: string
  /** @default 'Active' */
  readonly lifecycle?: Exclude<Lifecycle, 'Closed'>
  /** @default 1000 */
  readonly amountToRecover?: number
  /** @default 'EUR' */
  readonly currencyCode?: string
  /**
   * A success fee in percent that somebody agreed on, so that it does not follow from the claim.
   * @default the standard one
   */
  readonly successFee?: number
  /**
   * Whether it is a test case after all.
   * @default false
   */
  readonly isTest?: boolean
}

/** What a seeded client is to differ in. */
export interface SeedClient {
  /** @default a fresh one */
  readonly externalTenantId?: string
  readonly name?: string
  /** Address of its office and of its one user. */
  readonly email?: string
  /** @default true */
  readonly onboardingDone?: boolean
}

/** Puts a case into a world. */
export function seedCase(world: World, seed: SeedCase): CaseRecord {
  const creditor =
    seed.externalTenantId === undefined ? world.creditor : ownClient(world, seed.externalTenantId).creditor
  const isTest = seed.isTest ?? false
  const lifecycle = seed.lifecycle ?? 'Active'
  const collected = isCollected(lifecycle)
  const record = openCase(world, {
    accountId: creditor.profile.id,
    creditor,
    collectionPartnerId: isTest ? null : world.collectionPartner.id,
    isTest,
    tag: seed.tag,
    creditorReference: seed.creditorReference,
    division:
      seed.creditorDivisionId === undefined
        ? undefined
        : ownDivision(world, creditor.profile.id, seed.creditorDivisionId),
    currencyCode: seed.currencyCode ?? 'EUR',
    amountToRecover: seed.amountToRecover ?? 1000,
    successFee: seed.successFee,
    debtor: {
      type: 'Company',
      name: 'Seeded Debtor',
      address: '9 Loopback Street',
      city: 'Sandbox',
      countryAlpha2: 'DE',
    },
    lifecycle: collected ? 'PendingVerification' : lifecycle,
    lifecycleOnceSigned: world.behaviours.initialLifecycle,
  })
  if (collected) activate(world, record, 'System', 'silent')
  world.cases.move(record, lifecycle)
  keepQuotesInStep(world, record)
  keepTasksInStep(world, record)
  return record
}

/**
 * Puts a client into a world, in the place of one that bears the same name: there are no two links of one name. Throws
 * `DBT_SETTINGS` where another account has its address.
 */
export function seedClient(world: World, seed: SeedClient): ClientRecord {
  const externalTenantId = seed.externalTenantId ?? `seeded-${randomUUID()}`
  const former = world.clients.byTenant(externalTenantId)
  const email = seed.email ?? `office@${randomUUID()}.example`
  refuseTakenAddress(world, email, former)
  if (former !== undefined) removeClient(world, former)
  const client = linkClient(world, {
    externalTenantId,
    client: { name: seed.name ?? 'Seeded Client', country: 'DE', supportEmail: email },
    users: [{ name: 'Seeded User', email, isOnboardingUser: true }],
  })
  if (seed.onboardingDone ?? true) signContract(world, client.creditor)
  return client
}
