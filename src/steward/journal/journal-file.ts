import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { LedgerJournal } from '../ledger.ts'
import type { Resource, ResourceState } from '../resource.ts'

/**
 * A journal that is open for writing. Lines go to the operating system one by one, so that they survive the death of
 * this process. Where the disk does not take them, work goes on without.
 */
export class JournalFile implements LedgerJournal {
  #problem: string | undefined
  readonly #path: string
  /** `undefined` once it is closed: by then another file may have its number. */
  #file: number | undefined

  /** @throws whatever the system says where the file cannot be opened. */
  constructor(path: string, flags: 'ax' | 'a') {
    this.#path = path
    this.#file = openSync(path, flags, 0o600)
  }

  /** One line on why a crash cannot be recovered from; `undefined` when it can. */
  get problem(): string | undefined {
    return this.#problem
  }

  append(entry: object): void {
    this.#write(`${JSON.stringify(entry)}\n`)
  }

  #write(text: string): void {
    if (this.#problem !== undefined || this.#file === undefined) return
    try {
      writeWhole(this.#file, Buffer.from(text))
    } catch (cause) {
      // A full disk must not stop the tests: from here on the run is remembered in memory only.
      this.#problem = unwritable(this.#path, cause)
    }
  }

  /** Ends the half line that a process may have left which was killed. */
  startLine(): void {
    this.#write('\n')
  }

  intent(resource: Resource): void {
    const { kind, key } = resource
    this.append({ intent: kind, key, account: kind === 'client' ? undefined : resource.account })
  }

  outcome(key: string, state: ResourceState, id: string | undefined): void {
    this.append({ outcome: state, key, id })
  }

  served(externalTenantId: string): void {
    this.append({ served: externalTenantId })
  }

  remove(): void {
    this.close()
    rmSync(this.#path, { force: true })
  }

  leave(result: string): void {
    this.append({ result, at: Date.now() })
    this.close()
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }
}

/** Says that a crash cannot be recovered from. */
export function unwritable(path: string, cause: unknown): string {
  return `Crash recovery is off: the journal ${path} cannot be written (${(cause as Error).message}).`
}

/** A disk that is nearly full takes a part, and says so by the number only. */
function writeWhole(file: number, line: Buffer): void {
  for (let written = 0; written < line.length; ) written += writeSync(file, line, written)
}
