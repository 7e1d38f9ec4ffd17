import { setTimeout as pause } from 'node:timers/promises'
import { accountsWithTheTag } from './cleanup/accounts-with-tag.ts'
import { cleanupOutOfTime } from './cleanup/advice.ts'
import { Cleaner } from './cleanup/cleaner.ts'
import { planCleanup } from './cleanup/plan.ts'
import type { CleanupTools } from './cleanup/tools.ts'
import { settleJournal } from './journal/result.ts'
import { graceOf } from './recovery/late-requests.ts'
import type { StewardOptions } from './steward-options.ts'
import { within } from './within.ts'

/** What looking again works with. */
export interface LateCasesOptions extends Pick<StewardOptions, 'journal' | 'keys' | 'settings'> {
  readonly tools: CleanupTools
}

/**
 * Where tests are cut short, a request that the application under test had sent may be carried out after everything was
 * cleaned: what bears the tag is deleted once more when nothing can arrive any more. Until then the journal stays, so
 * that the next run does it should this process be killed.
 */
export async function cleanLateCases({ journal, keys, settings, tools }: LateCasesOptions): Promise<void> {
  await pause(graceOf(settings.environment))
  const cleaner = new Cleaner(tools)
  const plan = planCleanup({ resources: [], accounts: accountsWithTheTag(tools.ledger, keys) })
  await within({ ms: settings.cleanupTimeoutMs, reason: cleanupOutOfTime() }, (signal) =>
    cleaner.clean(plan, { signal }),
  )
  settleJournal(journal, cleaner.leftovers)
}
