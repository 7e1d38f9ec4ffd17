/** Owns a run against a sandbox elsewhere, and makes things through it. */
import { type ScriptRun, startRun, type TestClient } from 'debitura-testkit'
import { sandboxKey } from 'debitura-testkit/sandbox'
import { bareCreate } from './bare-undici.ts'
import { offer } from './offer.ts'

/** Origins of the three APIs. */
export interface Origins {
  readonly customer: string
  readonly 'referral-partner': string
  readonly 'collection-partner': string
}

/** How much to make. */
export interface Estate {
  readonly clients: number
  /** Cases of each client, under its own token. */
  readonly casesPerClient: number
  /** Cases of the Customer API key's own account. */
  readonly creditorCases: number
}

let run: ScriptRun | undefined
let bare: (() => Promise<void>) | undefined
let client: TestClient | undefined

function debitura(): ScriptRun['debitura'] {
  if (run === undefined) throw new Error('Failed to use the run: it is not open')
  return run.debitura
}

const times = <T>(count: number, make: () => Promise<T>) => Promise.all(Array.from({ length: count }, make))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

/** One create through the kit and one by bare undici, so many times; who goes first changes. */
async function inTurn(count: number, cases: Pick<TestClient['cases'], 'create'>) {
  const took = { kit: [] as number[], bare: [] as number[] }
  const sides = [
    async () => took.kit.push(await timed(() => cases.create())),
    async () => took.bare.push(await timed(async () => bare?.())),
  ]
  for (let round = 0; round < count; round++) {
    for (const side of sides) await side()
    sides.reverse()
  }
  return took
}

const functions = {
  async open(origins: Origins, world: string) {
    const key = sandboxKey(world)
    run = await startRun({
      customerApiUrl: origins.customer,
      referralApiUrl: origins['referral-partner'],
      collectionPartnerApiUrl: origins['collection-partner'],
      customerApiKey: key,
      referralApiKey: key,
      collectionPartnerApiKey: key,
    })
    // What the kit sends: the draft, and what the steward lays on.
    const body = { ...run.debitura.cases.build(), isTest: true, tag: run.debitura.tag }
    bare = bareCreate({ origin: origins.customer, key, body })
  },
  /** Milliseconds of creates through the kit and by bare undici, one of each in turn. */
  async createInTurn(count: number) {
    return inTurn(count, debitura().cases)
  },
  /**
   * As `createInTurn`, for as many clients under a token each: the kit keeps to Debitura's limit per minute and key, and
   * warming up takes more.
   */
  async warmUp(clients: number, casesPerClient: number) {
    for (let made = 0; made < clients; made++) {
      const { cases } = await debitura().clients.onboard()
      await inTurn(casesPerClient, cases)
    }
  },
  /** Milliseconds of calls that reach the steward and go no further: for a token that it has already. */
  async askForToken(count: number) {
    client ??= await debitura().clients.create()
    await client.token()
    const took: number[] = []
    for (let asked = 0; asked < count; asked++) took.push(await timed(async () => client?.token()))
    return took
  },
  async make({ clients, casesPerClient, creditorCases }: Estate) {
    const { cases, clients: ours } = debitura()
    const oneClient = async () => {
      const onboarded = await ours.onboard()
      await times(casesPerClient, () => onboarded.cases.create())
    }
    await Promise.all([times(clients, oneClient), times(creditorCases, () => cases.create())])
  },
  /** Ends the run; returns what its report says, and the milliseconds until it was there. */
  async end() {
    const before = performance.now()
    const report = await run?.end()
    const ms = performance.now() - before
    return { ms, cleanupMs: report?.cleanupMs ?? Number.NaN, leftovers: report?.leftovers ?? [] }
  },
}

export type RunOwner = typeof functions
offer(functions)
