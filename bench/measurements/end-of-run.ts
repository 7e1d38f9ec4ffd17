import type { Measurement } from '../measurement.ts'
import type { DelayingProxy } from '../programs/delaying-proxy.ts'
import type { Estate, RunOwner } from '../programs/run-owner.ts'
import type { SandboxServer } from '../programs/sandbox-server.ts'
import type { Workspace } from '../workspace.ts'

const LATENCY_MS = 50
/** Connections of the kit to each API. */
const CONCURRENCY = 32
/** 2,000 cases: each client has some under its own token, and the Customer API key's account has the rest. */
const ESTATE: Estate = { clients: 200, casesPerClient: 9, creditorCases: 200 }
/** The Customer API key and the Collection Partner API key: both APIs delete by tag. */
const CREDENTIALS = 2
/** That of the Customer API key's account: clients take theirs along. */
const SUBSCRIPTIONS = 1

/** How long the end of a run takes, and how many requests, where each request takes 50 ms. */
export const endOfRun: Measurement = {
  name: 'end-of-run',
  async run({ workspace, rounds }) {
    const ends: Awaited<ReturnType<typeof endOf>>[] = []
    for (let round = 0; round < rounds(3); round++) ends.push(await endOf(workspace, `bench-${round}`))
    const calls = ends.map(({ counts }) => sum(Object.values(counts)))
    const bounds = calls.map((count) => (count * LATENCY_MS) / CONCURRENCY)
    const busiest = ends.map(({ counts }) => (mostOfOneApi(counts) * LATENCY_MS) / CONCURRENCY)
    const took = ends.map(({ ms }) => ms)
    const expected = CREDENTIALS + SUBSCRIPTIONS + 2 * ESTATE.clients + ESTATE.clients
    return [
      {
        what: `end of run, ${ESTATE.clients} clients and 2,000 cases`,
        unit: 'ms',
        pairs: { measured: took, compared: bounds },
        comparedTo: `calls x ${LATENCY_MS} ms / ${CONCURRENCY}`,
        by: 'ratio',
        budget: { of: 'ratio', atMost: 1.2 },
        note: `from run.end() to its report, the end of the steward's process included. Calls: ${describe(ends.at(-1)?.counts ?? {})}.`,
      },
      {
        what: 'end of run, its cleanup alone',
        unit: 'ms',
        pairs: { measured: ends.map(({ cleanupMs }) => cleanupMs), compared: busiest },
        comparedTo: `busiest API's calls x ${LATENCY_MS} ms / ${CONCURRENCY}`,
        by: 'ratio',
        note: 'each API has connections of its own, so this bound is the one that cannot be beaten.',
      },
      {
        what: 'requests for cleanup',
        unit: 'calls',
        pairs: { measured: calls, compared: calls.map(() => expected) },
        comparedTo: 'credentials + the subscription + 2 per client + 1 per client with own cases',
        by: 'difference',
        budget: { of: 'difference', exactly: 0 },
      },
    ]
  },
}

async function endOf(workspace: Workspace, world: string) {
  await using sandbox = workspace.start<SandboxServer>('sandbox-server')
  await using proxy = workspace.start<DelayingProxy>('delaying-proxy')
  await using owner = workspace.start<RunOwner>('run-owner')
  const urls = await sandbox.call.urls()
  const through = {
    customer: await proxy.call.open('customer', urls.customer),
    'referral-partner': await proxy.call.open('referral-partner', urls['referral-partner']),
    'collection-partner': await proxy.call.open('collection-partner', urls['collection-partner']),
  }
  await owner.call.open(through, world)
  await owner.call.make(ESTATE)
  await proxy.call.restart(LATENCY_MS)
  const { ms, cleanupMs, leftovers } = await owner.call.end()
  if (leftovers.length > 0) throw new Error(`The run left something over: ${JSON.stringify(leftovers)}`)
  return { ms, cleanupMs, counts: await proxy.call.counts() }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Counts are named by API, method and path. */
function mostOfOneApi(counts: Readonly<Record<string, number>>): number {
  const byApi: Record<string, number> = {}
  for (const [label, count] of Object.entries(counts)) {
    const [api = ''] = label.split(' ')
    byApi[api] = (byApi[api] ?? 0) + count
  }
  return Math.max(...Object.values(byApi))
}

function describe(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([label, count]) => `${count} x ${label}`)
    .join(', ')
}
