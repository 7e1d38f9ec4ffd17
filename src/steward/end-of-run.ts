import { API_NAMES } from '../contract/index.ts'
import type { Leftover, Report } from '../protocol/index.ts'
import { accountsWithTheTag } from './cleanup/accounts-with-tag.ts'
import { adviceOn, cleanupOutOfTime } from './cleanup/advice.ts'
import type { Cleaner } from './cleanup/cleaner.ts'
import { planCleanup } from './cleanup/plan.ts'
import type { CleanupTools } from './cleanup/tools.ts'
import { verify } from './cleanup/verify.ts'
import { settleJournal } from './journal/result.ts'
import { cleanLateCases } from './late-cases.ts'
import { isStanding } from './resource.ts'
import type { ScopeCleaning } from './scope-cleaning.ts'
import type { Scopes } from './scopes.ts'
import type { StewardOptions } from './steward-options.ts'
import type { RunWebhooks } from './webhooks/run-webhooks.ts'
import { within } from './within.ts'

/** How the tests of a run ended. */
export interface EndOfTests {
  /**
   * Whether they were stopped in the middle. Then what the application under test had sent may still arrive, and the
   * steward looks again later, when nobody waits for it any more.
   * @default false
   */
  readonly cutShort?: boolean | undefined
}

/** What ending a run works with. */
export interface EndOfRunOptions extends Required<StewardOptions> {
  readonly tools: CleanupTools
  readonly cleaner: Cleaner
  readonly scopes: Scopes
  readonly scopeCleaning: ScopeCleaning
  readonly webhooks: RunWebhooks
  readonly keeps: boolean
  /** When the run started, in milliseconds since the epoch. */
  readonly startedAt: number
}

interface Verified {
  readonly found: readonly Leftover[]
  readonly notices: readonly string[]
}

/** At the end of a run nobody comes after it: what a restart of Debitura's spoilt is tried again, and not for long. */
const AGAIN_AFTER_MS = [1_000, 4_000]

const SANDBOX_GONE =
  'Nothing could be kept: the sandbox of this run ended with it. To look at what tests make, run `debitura-testkit sandbox` ' +
  'and point the tests at it.'

/** A run that is over. */
export interface EndedRun {
  readonly report: Report
  /** Looks again where something may have come since. */
  cleanLate(): Promise<void>
}

/** Waits for what is under way, cleans everything, and says what became of it. */
export async function endRun(
  options: EndOfRunOptions,
  { cutShort = false }: EndOfTests,
  onProgress?: (done: number, total: number) => void,
): Promise<EndedRun> {
  const { connection, now, settings } = options
  const endedAt = now()
  connection.widen()
  const verified = await within({ ms: settings.cleanupTimeoutMs, reason: cleanupOutOfTime() }, (signal) =>
    cleanEverything(options, signal, onProgress),
  )
  const report = reportOn(options, endedAt, verified)
  const { journal, keeps } = options
  // A sandbox of the run's own ends with it, and whatever may come has nowhere to go.
  const mayComeLate = cutShort && !keeps && !settings.embedded && report.leftovers.length === 0
  if (keeps) journal.leave('kept, as asked')
  else if (!mayComeLate) settleJournal(journal, report.leftovers)
  return { report, cleanLate: async () => (mayComeLate ? cleanLateCases(options) : undefined) }
}

async function cleanEverything(
  options: EndOfRunOptions,
  signal: AbortSignal,
  onProgress: ((done: number, total: number) => void) | undefined,
): Promise<Verified> {
  const { cleaner, keeps, keys, scopeCleaning, scopes, settings, tools, webhooks } = options
  await orAborted(scopes.settled(), signal)
  await orAborted(scopeCleaning.settled(), signal)
  if (keeps) {
    // Nobody will listen any more to what the run's own subscriptions hear.
    const own = tools.ledger.all().filter(({ key }) => webhooks.subscriptions.isOwn(key))
    await cleaner.clean(planCleanup({ resources: own, accounts: [] }), { signal })
    return { found: [], notices: keepEverything(options) }
  }

  const plan = planCleanup({
    resources: tools.ledger.all(),
    accounts: accountsWithTheTag(tools.ledger, keys),
  })
  await cleaner.clean(plan, { signal, againAfterMs: AGAIN_AFTER_MS, ...(onProgress ? { onProgress } : {}) })
  return settings.verify ? verifyAll(options, signal) : NOTHING_VERIFIED
}

const NOTHING_VERIFIED: Verified = { found: [], notices: [] }

/** Lists what Debitura has. What is left over, and why, is known already. */
async function verifyAll(
  { identity, keys, startedAt, tools }: EndOfRunOptions,
  signal: AbortSignal,
): Promise<Verified> {
  const { keyed, ledger } = tools
  const apis = API_NAMES.filter((api) => keys[api] !== undefined)
  const isKnownToStand = (id: string) => {
    const known = ledger.findById(id) ?? ledger.get(id)
    return known !== undefined && isStanding(known)
  }
  try {
    const found = await verify({ runId: identity.runId, apis, startedAt, keyed, signal })
    return { found: found.filter(({ id }) => !isKnownToStand(id)), notices: [] }
  } catch (error) {
    return { found: [], notices: [`Nothing was verified: ${adviceOn(error).reason}`] }
  }
}

/** Says how to delete later what stays. */
function keepEverything({ identity, tools }: EndOfRunOptions): readonly string[] {
  const standing = tools.ledger.all().filter(isStanding)
  for (const { key } of standing) tools.ledger.settle(key, 'kept')
  return [
    `Kept, as asked. Delete the cases later with DELETE /test/cases?tag=${identity.tag} on each API that has some.`,
    ...standing
      .filter(({ kind }) => kind === 'client')
      .map(({ key }) => `Kept client ${key}: DELETE /clients/${key}.`),
  ]
}

function reportOn(options: EndOfRunOptions, endedAt: number, { found, notices }: Verified): Report {
  const { cleaner, connection, identity, journal, keeps, now, settings, startedAt, tools } = options
  const { total, rateLimited, retried, byLane } = connection.calls
  const leftovers = [...cleaner.leftovers, ...found]
  return {
    environment: settings.environment,
    tag: identity.tag,
    tallies: tools.ledger.tallies(),
    leftovers,
    recovered: [],
    calls: { total, cleanup: byLane.cleanup.sent, polls: byLane.poll.sent, rateLimited, retried },
    durationMs: now() - startedAt,
    cleanupMs: now() - endedAt,
    notices: [
      ...(journal.problem === undefined ? [] : [journal.problem]),
      ...notices,
      ...(settings.keep && !keeps ? [SANDBOX_GONE] : []),
    ],
  }
}

/** Waits for something, but not beyond the signal. */
async function orAborted(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const aborted = new Promise<void>((resolve) => {
    // A signal that was aborted earlier says so no more.
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await Promise.race([promise, aborted])
}
