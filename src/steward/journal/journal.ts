import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiName, Environment } from '../../contract/words/index.ts'
import type { RunIdentity } from '../identity.ts'
import type { LedgerJournal } from '../ledger.ts'
import type { Resource, ResourceState } from '../resource.ts'

/** What the first line of a journal says about its run. Nothing in a journal is a secret. */
export interface JournalHead {
  readonly identity: RunIdentity
  readonly environment: Environment
  readonly urls: Readonly<Partial<Record<ApiName, string>>>
  readonly pid: number
  readonly startedAt: string
}

/** A run's memory on disk: each line is written before the request that it announces is sent. */
export interface Journal extends LedgerJournal {
  /** One line on whether, and why not, a crash of the steward can be recovered from; `undefined` when it can. */
  readonly problem: string | undefined
  /** Everything is gone: nothing needs to be remembered. */
  remove(): void
  /** Something is still there: leaves the file where it can be found. */
  leave(): void
}

/**
 * Opens the journal of a run. Where the disk does not allow it, the run goes on without, and says so.
 * Lines go to the operating system one by one, so that they survive the death of this process.
 */
export function openJournal(directory: string, head: JournalHead): Journal {
  const path = join(directory, `run-${head.identity.runId}.jsonl`)
  try {
    const file = openSync(path, 'ax', 0o600)
    const journal = new FileJournal(path, file)
    journal.append({ format: 1, ...head.identity, ...head, identity: undefined })
    return journal
  } catch (cause) {
    return new NoJournal(
      `Crash recovery is off: the journal ${path} cannot be written (${(cause as Error).message}).`,
    )
  }
}

class FileJournal implements Journal {
  #problem: string | undefined
  readonly #path: string
  /** `undefined` once it is closed: by then another file may have its number. */
  #file: number | undefined

  constructor(path: string, file: number) {
    this.#path = path
    this.#file = file
  }

  get problem(): string | undefined {
    return this.#problem
  }

  append(entry: object): void {
    if (this.#problem !== undefined || this.#file === undefined) return
    try {
      writeSync(this.#file, `${JSON.stringify(entry)}\n`)
    } catch (cause) {
      // A full disk must not stop the tests: from here on the run is remembered in memory only.
      this.#problem = `Crash recovery is off: the journal ${this.#path} cannot be written (${(cause as Error).message}).`
    }
  }

  intent(resource: Resource): void {
    const { kind, key } = resource
    this.append({ intent: kind, key, account: kind === 'client' ? undefined : resource.account })
  }

  outcome(key: string, state: ResourceState, id: string | undefined): void {
    this.append({ outcome: state, key, id })
  }

  remove(): void {
    this.leave()
    rmSync(this.#path, { force: true })
  }

  leave(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
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

  remove(): void {
    // There is no file.
  }

  leave(): void {
    // There is no file.
  }
}
