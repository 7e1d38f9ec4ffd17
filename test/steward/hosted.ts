import { randomUUID } from 'node:crypto'
import { API_NAMES } from '../../src/contract/index.ts'
import {
  type ConnectionOptions,
  connect,
  createRedactor,
  type DebituraConnection,
  type Redactor,
} from '../../src/debitura/index.ts'
import { buildCase, buildClient, buildManagedCase } from '../../src/kit/index.ts'
import type { Account, OnboardedClient, Report, Scope, StewardFunctions } from '../../src/protocol/index.ts'
import { type Sandbox, sandboxKey } from '../../src/sandbox/index.ts'
import { newIdentity, type RunIdentity } from '../../src/steward/identity.ts'
import { NoJournal } from '../../src/steward/journal/journal.ts'
import { sandboxSigns } from '../../src/steward/onboarding/sandbox-signs.ts'
import { fixedClock } from '../../src/steward/sandbox-clock.ts'
import type { RunSettings } from '../../src/steward/settings.ts'
import { Steward } from '../../src/steward/steward.ts'
import type { StewardOptions } from '../../src/steward/steward-options.ts'

/** How to host a steward in a test. */
export interface Hosting
  extends Partial<Pick<StewardOptions, 'identity' | 'keys' | 'journal' | 'onboarding' | 'now'>> {
  /** World of the sandbox that its keys open. */
  readonly world?: string
  readonly settings?: Partial<RunSettings>
  readonly connection?: Partial<ConnectionOptions>
  /** What the steward calls through, instead of the connection itself. */
  readonly sending?: (connection: DebituraConnection) => DebituraConnection
}

/** A steward in this process, and what a test wants to know of it. */
export interface HostedSteward extends AsyncDisposable {
  /** What workers may call. */
  readonly steward: StewardFunctions
  readonly identity: RunIdentity
  readonly connection: DebituraConnection
  readonly redactor: Redactor
  /** Says that all tests so far are over. */
  closeScopes(): void
  /** Ends the run. */
  close(): Promise<Report>
}

const SETTINGS: RunSettings = {
  environment: 'sandbox',
  keys: {},
  urls: {},
  embedded: undefined,
  standingClient: undefined,
  authorSigns: false,
  keep: false,
  verify: false,
  onLeftover: 'fail',
  cleanupTimeoutMs: 120_000,
  webhooks: undefined,
  quiet: true,
  unused: [],
}

/** A world that no other test uses. */
export function freshWorld(): string {
  return randomUUID()
}

/** Hosts a steward that calls a sandbox, or whatever else listens at such URLs. */
export function hostSteward({ urls }: Pick<Sandbox, 'urls'>, hosting: Hosting = {}): HostedSteward {
  const {
    world = freshWorld(),
    settings,
    sending = (connection) => connection,
    connection: tuning,
    identity = newIdentity(),
    ...options
  } = hosting
  const redactor = createRedactor()
  const connection = connect({
    environment: 'sandbox',
    urls,
    redactor,
    pacing: false,
    random: () => 0.99,
    ...tuning,
  })
  const steward = new Steward({
    identity,
    settings: { ...SETTINGS, ...settings },
    keys: Object.fromEntries(API_NAMES.map((api) => [api, sandboxKey(world)])),
    connection: sending(connection),
    redactor,
    journal: new NoJournal(),
    onboarding: sandboxSigns,
    clock: fixedClock,
    ...options,
  })
  return {
    steward: steward.functions,
    identity,
    connection,
    redactor,
    closeScopes: () => steward.closeScopes(),
    close: async () => (await steward.close()).report,
    async [Symbol.asyncDispose]() {
      await steward.webhooks.office.close()
      await connection.close()
    },
  }
}

/** A scope of its own. */
export function newScope(label = 'a test'): Scope {
  return { id: randomUUID(), label }
}

/** The account of a client. */
export function accountOf({ externalTenantId }: Pick<OnboardedClient, 'externalTenantId'>): Account {
  return { kind: 'client', externalTenantId }
}

/** Drafts as the kit makes them. */
export const draft = { case: buildCase, managedCase: buildManagedCase, client: buildClient }

/** What a call rejected with. */
export async function failureOf(call: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  const outcome = await call.then(
    (value) => `fulfilled with ${JSON.stringify(value)}`,
    (error) => error,
  )
  if (outcome instanceof Error) return outcome as Error & Record<string, unknown>
  throw new Error(`Expected the call to fail, and it was ${String(outcome)}`)
}
