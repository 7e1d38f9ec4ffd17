import { type Sandbox, type Snapshot, sandboxKey, type WorldView } from '../../../src/sandbox/index.ts'
import { type Caller, callerForClient, callers } from '../callers.ts'
import { type ModelWorld, type Owner, picked } from './model.ts'

interface TakenSnapshot {
  readonly taken: Snapshot
  readonly model: ModelWorld
  readonly tokens: ReadonlyMap<string, Caller>
}

/** One world of the sandbox, as its users reach it. */
export class RealWorld {
  readonly name: string
  readonly sandbox: Sandbox
  readonly customer: Caller
  readonly referral: Caller
  readonly partner: Caller
  /** Looks into the world from outside of the APIs. */
  readonly view: WorldView
  readonly #snapshots: TakenSnapshot[] = []
  #forClients = new Map<string, Caller>()

  constructor(sandbox: Sandbox, name: string) {
    this.sandbox = sandbox
    this.name = name
    this.view = sandbox.world(name)
    const { customer, referral, partner } = callers(sandbox, name)
    this.customer = customer
    this.referral = referral
    this.partner = partner
  }

  /** Calls the Customer API as a client, with a token of its own. */
  async forClient(externalTenantId: string): Promise<Caller> {
    const known = this.#forClients.get(externalTenantId)
    if (known !== undefined) return known
    const fresh = await callerForClient(this.sandbox, externalTenantId, this.name)
    this.#forClients.set(externalTenantId, fresh)
    return fresh
  }

  /** A client is gone, and its token with it. */
  forget(externalTenantId: string): void {
    this.#forClients.delete(externalTenantId)
  }

  takeSnapshot(model: ModelWorld): void {
    this.#snapshots.push({ taken: this.view.snapshot(), model, tokens: new Map(this.#forClients) })
  }

  /** Puts the world back, and answers what it should hold then. Tokens of that time are good again. */
  restoreSnapshot(which: number): ModelWorld | undefined {
    const snapshot = picked(this.#snapshots, which)
    if (snapshot === undefined) return undefined
    this.view.restore(snapshot.taken)
    this.#forClients = new Map(snapshot.tokens)
    return snapshot.model
  }

  /** Calls the API on which an owner drives its test cases. */
  async drivenBy(owner: Owner): Promise<Caller> {
    if (owner === 'creditor') return this.customer
    if (owner === 'partner') return this.partner
    return await this.forClient(owner.slice('client '.length))
  }

  /** What the sandbox itself says that the world holds. */
  async census() {
    const headers = { XApiKey: sandboxKey(this.name) }
    const response = await this.sandbox.request('customer', `/_sandbox/worlds/${this.name}`, { headers })
    // biome-ignore lint/suspicious/noExplicitAny: the sandbox's own answer, looked into by the test that asks
    return (await response.json()) as any
  }
}
