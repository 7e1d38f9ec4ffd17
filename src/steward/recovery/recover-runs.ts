import { lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isTaken } from '../journal/claim.ts'
import { type JournalName, parseJournalName } from '../journal/journal-name.ts'
import type { Finishing } from './finish-run.ts'
import { judge } from './judge.ts'
import type { LeftAlone, Recovery } from './recovery.ts'
import { foresee, takeOver } from './take-over.ts'

/** What to recover, and how. */
export interface RecoverOptions extends Pick<Finishing, 'place' | 'connection' | 'redactor' | 'graceMs'> {
  /** The folder of journals. */
  readonly directory: string
  /** Whether only to say what there is to do. @default false */
  readonly dryRun?: boolean | undefined
  /** Ends it: what is not cleaned by then is left for the next recovery. */
  readonly signal?: AbortSignal | undefined
  /** Ends only the wait, of up to a minute, for requests that were on their way when their run was killed. */
  readonly patience?: AbortSignal | undefined
  /** How long the cleanup of one run may take, in milliseconds. @default 120_000 */
  readonly timeoutMs?: number | undefined
  /** Hears of each journal as soon as it is known what became of it. */
  readonly onRecovery?: ((recovery: Recovery) => void) | undefined
}

const NEVER = new AbortController().signal

const DEFAULTS = { signal: NEVER, patience: NEVER, timeoutMs: 120_000 }

/**
 * Finishes the job of every run of which a journal is here, and whose owner is dead: cleans up as it would have done
 * itself, and removes the journal once nothing is left. Whatever is wrong with one journal never stops the rest, and
 * several recoveries at once do not disturb each other. Those that were tried last come last.
 */
export async function recoverRuns(options: RecoverOptions): Promise<readonly Recovery[]> {
  const recoveries: Recovery[] = []
  for (const { path, name } of journalsIn(options.directory)) {
    if (options.signal?.aborted) break
    const recovery = await recover(path, name, options)
    if (recovery === undefined) continue
    recoveries.push(recovery)
    options.onRecovery?.(recovery)
  }
  return recoveries
}

/** @returns `undefined` where the journal is gone: its run ended well, or somebody else recovered it, or does so now. */
async function recover(
  path: string,
  name: JournalName,
  options: RecoverOptions,
): Promise<Recovery | undefined> {
  const { runId } = name
  try {
    const head = await judge(path, name, options.place)
    if (!('owner' in head)) {
      return head.why === 'begun' || isGone(path) ? undefined : { outcome: 'untouched', ...head, path, runId }
    }
    return options.dryRun
      ? await foresee(path, head)
      : await takeOver(path, head, { ...DEFAULTS, ...options })
  } catch (error) {
    return isTaken(path, error) ? undefined : unreadable(path, runId, error)
  }
}

/** Journals of any run, least recently written first. */
function journalsIn(directory: string): { readonly path: string; readonly name: JournalName }[] {
  return readdirSync(directory)
    .map((file) => ({ path: join(directory, file), name: parseJournalName(file) }))
    .filter((found): found is { path: string; name: JournalName } => found.name !== undefined)
    .map((found) => ({ ...found, at: statSync(found.path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => one.at - other.at)
}

function isGone(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined
}

function unreadable(path: string, runId: JournalName['runId'], error: unknown): LeftAlone {
  return {
    outcome: 'untouched',
    why: 'unreadable',
    path,
    runId,
    reason: error instanceof Error ? error.message : String(error),
    todo: 'Run `debitura-testkit sweep --remote`, which needs no journal, and then remove the file',
  }
}
