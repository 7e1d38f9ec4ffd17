import fc from 'fast-check'
import { DebituraTestkitError } from '../../src/errors/index.ts'
import { type Account, COLLECTION_PARTNER, CREDITOR, type Scope } from '../../src/protocol/index.ts'
import type { Sandbox, WorldView } from '../../src/sandbox/index.ts'
import { accountOf, draft, freshWorld, type HostedSteward, hostSteward, newScope } from './hosted.ts'

export const RUNS = 3
const SCOPES = 2
const TENANTS = ['acme', 'beta']
const EMAILS = ['cfo@acme.example', 'cfo@beta.example']

/** Something that happens. `wait`: whether what happens next waits for it. */
export interface Command {
  readonly run: number
  readonly scope: number
  readonly which: number
  readonly wait: boolean
  readonly what: (typeof WHAT)[number]
}

const WHAT = [
  'make a case',
  'make a managed case',
  'make a subscription',
  'make a client',
  'make a named client',
  "make a client's case",
  "activate a client's case",
  'delete a case',
  "delete another run's case",
  'reset a client',
  "reset another run's client",
  'close a scope',
  'close the run',
  'others make a case',
  'others make a client',
] as const

const oftenMake = {
  'make a case': 3,
  'make a client': 3,
  "make a client's case": 4,
  'make a named client': 3,
}

export const command: fc.Arbitrary<Command> = fc.record({
  run: fc.nat(RUNS - 1),
  scope: fc.nat(SCOPES - 1),
  which: fc.nat(9),
  wait: fc.boolean(),
  what: fc.oneof(
    ...WHAT.map((what) => ({
      arbitrary: fc.constant(what),
      weight: (oftenMake as Partial<Record<string, number>>)[what] ?? 1,
    })),
  ),
})

/** Something that a run made, as far as its tests know. */
interface Made {
  readonly kind: 'case' | 'client' | 'webhook'
  readonly id: string
  /** Whose case it is, or which client. */
  readonly creditorId: string
  readonly externalTenantId: string
  readonly account: Account
  readonly scopes: Set<string>
  gone: boolean
}

interface Actor {
  readonly hosted: HostedSteward
  readonly scopes: readonly Scope[]
  readonly closedScopes: Set<string>
  readonly made: Made[]
  open: boolean
}

/** Several runs with the same keys on one sandbox, and somebody else's data. */
export class Interleaving implements AsyncDisposable {
  readonly #view: WorldView
  readonly #actors: readonly Actor[]
  readonly #pending: Promise<unknown>[] = []
  /** What a call failed with that was no refusal by the kit or by Debitura. */
  readonly failures: unknown[] = []

  constructor(sandbox: Sandbox) {
    const world = freshWorld()
    this.#view = sandbox.world(world)
    this.#actors = Array.from({ length: RUNS }, () => ({
      hosted: hostSteward(sandbox, { world }),
      scopes: Array.from({ length: SCOPES }, () => newScope()),
      closedScopes: new Set<string>(),
      made: [],
      open: true,
    }))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#actors.map(({ hosted }) => hosted[Symbol.asyncDispose]()))
  }

  /** What others made, by id. */
  readonly others: string[] = []

  /** Makes something happen. */
  async perform(command: Command): Promise<void> {
    const done = this.#act(command).catch((error) => {
      if (!(error instanceof DebituraTestkitError)) this.failures.push(error)
    })
    this.#pending.push(done)
    if (command.wait) await done
  }

  /** Resolves once nothing is under way any more. */
  async quiet(): Promise<void> {
    await Promise.all(this.#pending)
  }

  /** Ends every run that is open. */
  async end(): Promise<void> {
    await Promise.all(this.#actors.map((actor) => this.#close(actor)))
  }

  /** Everything that the world holds. */
  held(): string[] {
    const clients = this.#view.clients().map(({ creditorId }) => creditorId)
    return [...this.#view.cases(), ...this.#view.webhooks()]
      .map(({ id }) => id)
      .concat(clients)
      .sort()
  }

  /** Everything that the world should hold: what others made, and what open runs own. */
  expected(): string[] {
    return this.#actors
      .filter(({ open }) => open)
      .flatMap(({ made, closedScopes }) => {
        const isOver = ({ scopes }: Made) => [...scopes].every((id) => closedScopes.has(id))
        const departed = new Set(
          made.filter((one) => one.kind === 'client' && (one.gone || isOver(one))).map(({ id }) => id),
        )
        return made
          .filter((one) => !one.gone && !departed.has(one.creditorId))
          .filter((one) => one.kind !== 'webhook' || !isOver(one))
          .map(({ id }) => id)
      })
      .concat(this.others)
      .sort()
  }

  async #act({ run, scope: nth, which, what }: Command): Promise<void> {
    const actor = this.#actors[run] as Actor
    const scope = actor.scopes[nth] as Scope
    const { steward } = actor.hosted
    const pick = (from: Actor, kind: Made['kind']): Made | undefined => {
      const candidates = from.made.filter((made) => made.kind === kind)
      return candidates[which % candidates.length]
    }
    const neighbour = this.#actors[(run + 1) % RUNS] as Actor
    switch (what) {
      case 'make a case':
        return this.#note(actor, scope, 'case', await steward.createCase(scope, CREDITOR, draft.case()))
      case 'make a managed case':
        return this.#note(
          actor,
          scope,
          'case',
          await steward.createManagedCase(scope, draft.managedCase()),
          COLLECTION_PARTNER,
        )
      case 'make a subscription': {
        const { id } = await steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
        return this.#note(actor, scope, 'webhook', { id })
      }
      case 'make a client':
        return this.#onboard(actor, scope, draft.client({ email: which < 4 ? EMAILS[which % 2] : undefined }))
      case 'make a named client':
        return this.#onboard(actor, scope, draft.client({ externalTenantId: TENANTS[which % 2] }))
      case "make a client's case": {
        const client = pick(actor, 'client')
        if (client === undefined) return
        const made = await steward.createCase(scope, accountOf(client), draft.case())
        return this.#note(actor, scope, 'case', made, accountOf(client))
      }
      case "activate a client's case": {
        const made = actor.made.find((one) => one.kind === 'case' && one.externalTenantId !== '' && !one.gone)
        if (made) await steward.advance(accountOf(made), made.id, 'Active', undefined)
        return
      }
      case 'delete a case': {
        const made = pick(actor, 'case')
        if (made === undefined) return
        await steward.deleteCase(made.account, made.id)
        made.gone = true
        return
      }
      case "delete another run's case": {
        const made = pick(neighbour, 'case')
        if (made) await steward.deleteCase(CREDITOR, made.id)
        return
      }
      case 'reset a client': {
        const client = pick(actor, 'client')
        if (client === undefined) return
        await steward.resetClient(client.externalTenantId)
        for (const made of actor.made) {
          const isIt = made.kind === 'client' && made.externalTenantId === client.externalTenantId
          if (isIt && !this.held().includes(made.id)) made.gone = true
        }
        return
      }
      case "reset another run's client": {
        const client = pick(neighbour, 'client')
        if (client) await steward.resetClient(client.externalTenantId)
        return
      }
      case 'close a scope':
        actor.closedScopes.add(scope.id)
        return steward.closeScope(scope.id)
      case 'close the run':
        return this.#close(actor)
      case 'others make a case': {
        const isTest = which % 2 === 0
        // A real case with the tag of a run makes Debitura refuse every delete by that tag.
        const tag = isTest || which < 5 ? 'suite-run-of-others' : actor.hosted.identity.tag
        this.others.push(this.#view.seedCase({ isTest, tag }).id)
        return
      }
      case 'others make a client':
        this.others.push(this.#view.seedClient().creditorId)
        return
    }
  }

  async #onboard(actor: Actor, scope: Scope, given: ReturnType<typeof draft.client>): Promise<void> {
    const client = await actor.hosted.steward.createClient(scope, given, { sign: true })
    const known = actor.made.find(({ id }) => id === client.client.id)
    if (known) known.scopes.add(scope.id)
    else this.#note(actor, scope, 'client', client.client, accountOf(client))
  }

  #note(
    actor: Actor,
    scope: Scope,
    kind: Made['kind'],
    made: { readonly id: string; readonly creditor?: { readonly id: string } | null },
    account: Account = CREDITOR,
  ): void {
    const creditorId = kind === 'client' ? made.id : (made.creditor?.id ?? '')
    const externalTenantId = account.kind === 'client' ? account.externalTenantId : ''
    const scopes = new Set([scope.id])
    actor.made.push({ kind, id: made.id, creditorId, externalTenantId, account, scopes, gone: false })
  }

  async #close(actor: Actor): Promise<void> {
    if (!actor.open) return
    actor.open = false
    const report = await actor.hosted.close()
    // Where Debitura refuses the tag, the application may have made cases that nobody else knows of.
    this.failures.push(...report.leftovers.filter(({ id }) => !id.startsWith('any with tag')))
    for (const { made, deleted, alreadyGone, kept, leftOver } of Object.values(report.tallies)) {
      if (made !== deleted + alreadyGone + kept + leftOver) this.failures.push(report)
    }
  }
}
