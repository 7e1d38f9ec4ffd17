import { lstatSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { RunId } from '../identity.ts'
import { JournalFile } from './journal-file.ts'
import { claimedName, journalName } from './journal-name.ts'
import { formatProcess, identifyProcess } from './process-identity.ts'

/** The journal of a dead run, in the hands of this process. */
export interface Claim {
  readonly path: string
  readonly journal: JournalFile
  /** Nothing is left: removes it. */
  done(): void
  /** Gives it back, for whoever tries next, with a line that says why; unless it is done. */
  putBack(result: string): void
}

/**
 * Takes over a journal whose owner is dead. Of several who try at once, the system lets one rename it; the others find
 * that it is gone. The name says who has it: when that one dies too, the next can tell, and claims it again.
 * @returns `undefined` where somebody else was faster
 * @throws whatever else the system says
 */
export function claimJournal(path: string, runId: RunId): Claim | undefined {
  const directory = dirname(path)
  const claimed = join(directory, claimedName(runId))
  try {
    renameSync(path, claimed)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const back = () => renameSync(claimed, join(directory, journalName(runId)))
  try {
    return claimOf(claimed, new JournalFile(claimed, 'a'), back)
  } catch (error) {
    back()
    throw error
  }
}

/**
 * Whether an error on a journal means that somebody else has it: it may be back by now. A link to nowhere is in nobody's
 * hands.
 */
export function isTaken(path: string, error: unknown): boolean {
  const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
  return isMissing && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true
}

function claimOf(path: string, journal: JournalFile, back: () => void): Claim {
  // On a line of its own, whatever half a line the dead owner left.
  journal.startLine()
  journal.append({ claimed: formatProcess(identifyProcess()), at: Date.now() })
  let isDone = false
  return {
    path,
    journal,
    done() {
      journal.remove()
      isDone = true
    },
    putBack(result) {
      if (isDone) return
      journal.leave(result)
      back()
    },
  }
}
