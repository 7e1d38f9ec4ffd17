import { join } from 'node:path'
import type { ApiName, Environment } from '../../contract/words/index.ts'
import type { RunIdentity } from '../identity.ts'
import type { LedgerJournal } from '../ledger.ts'
import { FORMAT } from './entries.ts'
import { JournalFile, unwritable } from './journal-file.ts'
import { journalName } from './journal-name.ts'
import { keyPrints } from './key-print.ts'
import { formatProcess, identifyProcess, type ProcessIdentity } from './process-identity.ts'

/** What a later run has to know of this one. */
export interface RunOnRecord {
  readonly identity: RunIdentity
  readonly environment: Environment
  readonly urls: Readonly<Partial<Record<ApiName, string>>>
  /** Only what tells them from others is written. */
  readonly keys: Readonly<Partial<Record<ApiName, string>>>
  readonly keep: boolean
  /** The socket that the run listens on, once it does. */
  readonly socket?: string | undefined
  readonly startedAt: string
  /** The process that the run lives in. @default this one */
  readonly owner?: ProcessIdentity | undefined
}

/** A run's memory on disk: each line is written before the request that it announces is sent. */
export interface Journal extends LedgerJournal {
  /** One line on whether, and why not, a crash of the steward can be recovered from; `undefined` when it can. */
  readonly problem: string | undefined
  /** Notes a client in whose name cases may be made, by whoever has its token or its name. */
  served(externalTenantId: string): void
  /** Everything is gone: nothing needs to be remembered. */
  remove(): void
  /** Something is still there: leaves the file where it can be found, with a line that says what. */
  leave(result: string): void
}

/** Opens the journal of a run. Where the disk does not allow it, the run goes on without, and says so. */
export function openJournal(directory: string, run: RunOnRecord): Journal {
  const { identity, environment, urls, keys, keep, socket, startedAt, owner = identifyProcess() } = run
  const { runId } = identity
  const path = join(directory, journalName(runId))
  try {
    const journal = new JournalFile(path, 'ax')
    journal.append({
      format: FORMAT,
      runId,
      environment,
      urls,
      keyPrints: keyPrints(runId, keys),
      owner: formatProcess(owner),
      socket,
      keep,
      startedAt,
    })
    return journal
  } catch (cause) {
    return new NoJournal(unwritable(path, cause))
  }
}

/** Stands in where no journal can be kept. */
export class NoJournal implements Journal {
  readonly problem: string | undefined

  constructor(problem?: string) {
    this.problem = problem
  }

  intent(): void {
    // Nothing is kept.
  }

  outcome(): void {
    // Nothing is kept.
  }

  served(): void {
    // Nothing is kept.
  }

  remove(): void {
    // There is no file.
  }

  leave(): void {
    // There is no file.
  }
}
