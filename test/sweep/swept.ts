import { randomUUID } from 'node:crypto'
import { API_NAMES, type ApiName } from '../../src/contract/index.ts'
import { type ConnectionOptions, connect, createRedactor } from '../../src/debitura/index.ts'
import { buildManagedCase } from '../../src/kit/index.ts'
import { type Sandbox, sandboxKey, type WorldView } from '../../src/sandbox/index.ts'
import { newIdentity, type RunIdentity } from '../../src/steward/identity.ts'
import { encodeMarker } from '../../src/steward/marker.ts'
import { type SweepReport, sweepRemote, sweepTools } from '../../src/sweep/index.ts'
import type { SweepOptions } from '../../src/sweep/sweep.ts'

const HOUR = 3_600_000

/** How to sweep in a test. */
export interface Sweeping extends Partial<SweepOptions> {
  readonly world: string
  readonly connection?: Partial<ConnectionOptions>
}

/** Sweeps a world in this process, for good unless told otherwise. */
export async function sweep({ urls }: Pick<Sandbox, 'urls'>, sweeping: Sweeping): Promise<SweepReport> {
  const { world, connection: tuning, apis = API_NAMES, ...options } = sweeping
  const redactor = createRedactor()
  await using connection = connect({ environment: 'sandbox', urls, redactor, pacing: false, ...tuning })
  const keys = Object.fromEntries(apis.map((api) => [api, sandboxKey(world)]))
  return await sweepRemote(
    sweepTools({ connection, redactor, place: { environment: 'sandbox', urls, keys } }),
    {
      environment: 'sandbox',
      apis,
      olderThanMs: 3 * HOUR,
      alive: new Set(),
      dryRun: false,
      stop: new AbortController().signal,
      ...options,
    },
  )
}

/** A run that left things in a world, as far as Debitura can tell. */
export class ForgottenRun {
  readonly identity: RunIdentity = newIdentity()
  readonly #sandbox: Sandbox
  readonly #world: string
  readonly #view: WorldView

  constructor(sandbox: Sandbox, world: string) {
    this.#sandbox = sandbox
    this.#world = world
    this.#view = sandbox.world(world)
  }

  /** A name that only this run gives. */
  marker(): string {
    return encodeMarker(this.identity.runId, randomUUID().slice(0, 8))
  }

  leaveCase(externalTenantId?: string, isTest = true): string {
    const client = externalTenantId === undefined ? {} : { externalTenantId }
    const { tag } = this.identity
    return this.#view.seedCase({ ...client, isTest, tag, creditorReference: this.marker() }).id
  }

  leaveClient(): string {
    const externalTenantId = this.marker()
    this.#view.seedClient({ externalTenantId })
    return externalTenantId
  }

  async leaveManagedCase(): Promise<string> {
    const payload = {
      ...buildManagedCase(),
      isTest: true,
      tag: this.identity.tag,
      creditorReference: this.marker(),
    }
    return (await this.#post('collection-partner', '/managed-cases', payload)).id
  }

  async leaveWebhook(api: ApiName = 'customer', client?: string): Promise<string> {
    const url = `https://hook.example/?debitura-testkit=${this.marker()}`
    const path = api === 'referral-partner' ? '/v1/Webhooks' : '/webhooks'
    return (await this.#post(api, path, { url, events: ['case.closed'], isTestMode: true }, client)).id
  }

  async #post(
    api: ApiName,
    path: string,
    body: object,
    client?: string,
  ): Promise<{ readonly id: string; readonly accessToken?: string }> {
    const credential: Record<string, string> =
      client === undefined
        ? { XApiKey: sandboxKey(this.#world) }
        : { Authorization: `Bearer ${await this.#tokenOf(client)}` }
    const headers = { ...credential, 'content-type': 'application/json' }
    const answer = await this.#sandbox.request(api, path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { readonly id: string }
  }

  async #tokenOf(externalTenantId: string): Promise<string> {
    const { accessToken = '' } = await this.#post('referral-partner', '/oauth/token', { externalTenantId })
    return accessToken
  }
}

/** What is in a world, but for what the runs left. */
export function others(view: WorldView, runs: readonly ForgottenRun[]) {
  const names = runs.map(({ identity }) =>
    Buffer.from(identity.runId.replaceAll('-', ''), 'hex').toString('base64url'),
  )
  const ours = new RegExp(names.map((name) => `sr-${name}-`).join('|') || '(?!)')
  const isTheirs = (row: object) => !ours.test(JSON.stringify(row))
  return {
    cases: view.cases().filter(isTheirs),
    clients: view.clients().filter(isTheirs),
    webhooks: view.webhooks().filter(isTheirs),
  }
}
