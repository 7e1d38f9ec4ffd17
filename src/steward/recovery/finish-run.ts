import { setTimeout as pause } from 'node:timers/promises'
import type { Leftover, ResourceKind } from '../../protocol/index.ts'
import { accountsWithTheTag } from '../cleanup/accounts-with-tag.ts'
import { cleanupOutOfTime } from '../cleanup/advice.ts'
import { Cleaner } from '../cleanup/cleaner.ts'
import { planCleanup } from '../cleanup/plan.ts'
import { tagOf } from '../identity.ts'
import type { Claim } from '../journal/claim.ts'
import { type JournalHead, readJournal } from '../journal/read-journal.ts'
import { Ledger, type LedgerJournal, type Left } from '../ledger.ts'
import { isStanding, type Resource } from '../resource.ts'
import { within } from '../within.ts'
import { lateForMs } from './late-requests.ts'
import type { Recovered } from './recovery.ts'
import { type Caller, recoveryTools } from './recovery-tools.ts'

/** How to finish the job of a dead run. */
export interface Finishing extends Caller {
  /** Ends it: what is not cleaned by then is left for the next recovery. */
  readonly signal: AbortSignal
  /** Ends only the wait for what may arrive late. */
  readonly patience: AbortSignal
  readonly timeoutMs: number
  readonly graceMs?: number | undefined
}

/** Cleans up after a run that is dead, as it would have done itself, and writes on in its journal. */
export async function finishRun(
  claim: Claim,
  head: JournalHead,
  lastLineAt: number,
  finishing: Finishing,
): Promise<Omit<Recovered, 'run'>> {
  const { claimedAt, damaged, ...left } = await readJournal(claim.path, head.runId)
  const unanswered = left.standing.filter(({ state }) => state !== 'made').map(doubted)
  const made = left.standing.filter(({ state }) => state === 'made')
  const clean = (journal: LedgerJournal, standing: readonly Resource[]) =>
    cleanUp(head, { standing, served: left.served }, journal, finishing)

  const now = Date.now()
  const { graceMs } = finishing
  const lateMs = lateForMs({ ...head, lastLineAt, firstClaimAt: claimedAt ?? now, now, graceMs })
  if (unanswered.length === 0 || lateMs === 0) {
    return { ...outcomeOf([await clean(claim.journal, [...made, ...unanswered])]), damaged }
  }
  const isUnanswered = new Set(unanswered.map(({ key }) => key))
  const early = await clean(except(isUnanswered, claim.journal), [...made, ...unanswered])
  if (!(await waited(lateMs, finishing))) return { ...outcomeOf([early], unanswered.map(mayArrive)), damaged }
  const stillMade = early.ledger
    .all()
    .filter((resource) => isStanding(resource) && !isUnanswered.has(resource.key))
  return { ...outcomeOf([early, await clean(claim.journal, [...stillMade, ...unanswered])]), damaged }
}

interface Cleaned {
  readonly ledger: Ledger
  readonly leftovers: readonly Leftover[]
}

async function cleanUp(
  head: JournalHead,
  left: Left,
  journal: LedgerJournal,
  finishing: Finishing,
): Promise<Cleaned> {
  const ledger = new Ledger(journal, left)
  const cleaner = new Cleaner({ ...recoveryTools(finishing), ledger, tag: tagOf(head.runId) })
  const plan = planCleanup({ resources: ledger.all(), accounts: accountsWithTheTag(ledger, head.keyPrints) })
  const { signal, timeoutMs } = finishing
  await within({ ms: timeoutMs, reason: cleanupOutOfTime(), signal }, (ending) =>
    cleaner.clean(plan, { signal: ending }),
  )
  return { ledger, leftovers: cleaner.leftovers }
}

/** Nobody knows whether it was made. */
function doubted(resource: Resource): Resource {
  return { ...resource, state: 'uncertain' }
}

/** Keeps outcomes out of the journal that are not the last word. */
function except(keys: ReadonlySet<string>, journal: LedgerJournal): LedgerJournal {
  return {
    intent: (resource) => journal.intent(resource),
    served: (externalTenantId) => journal.served(externalTenantId),
    outcome: (key, state, id) => {
      if (!keys.has(key)) journal.outcome(key, state, id)
    },
  }
}

async function waited(ms: number, { patience, signal }: Finishing): Promise<boolean> {
  const either = AbortSignal.any([patience, signal])
  return pause(ms, true, { signal: either }).catch(() => false)
}

function mayArrive({ kind, key }: Resource): Leftover {
  return {
    kind,
    id: key,
    reason: 'the request for it was on its way when the run was killed, and may still be carried out',
    todo: 'Run the tests again in a minute, or `debitura-testkit sweep`',
  }
}

/** What the last pass left is what is left; each pass may have deleted something. */
function outcomeOf(
  passes: readonly Cleaned[],
  pending: readonly Leftover[] = [],
): Omit<Recovered, 'run' | 'damaged'> {
  const last = passes.at(-1)
  const leftovers = [...(last?.leftovers ?? []), ...pending]
  const stands = last?.ledger.all().some(isStanding) ?? false
  const deleted = (kind: ResourceKind) =>
    passes.reduce((sum, { ledger }) => sum + ledger.tallies()[kind].deleted, 0)
  return {
    outcome: leftovers.length === 0 && !stands ? 'recovered' : 'left-over',
    counts: { case: deleted('case'), client: deleted('client'), webhook: deleted('webhook') },
    leftovers,
  }
}
