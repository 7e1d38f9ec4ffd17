import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ResourceKind } from '../../protocol/index.ts'
import { claimJournal } from '../journal/claim.ts'
import { journalName } from '../journal/journal-name.ts'
import { type JournalHead, readJournal } from '../journal/read-journal.ts'
import { resultOf } from '../journal/result.ts'
import { type Finishing, finishRun } from './finish-run.ts'
import type { Recovered, RunFound } from './recovery.ts'
import { isSandboxGone } from './sandbox-gone.ts'

const NOTHING = { counts: { case: 0, client: 0, webhook: 0 }, leftovers: [], damaged: 0 } as const

/**
 * Takes over the journal of a dead run, and finishes its job.
 * @returns `undefined` where somebody else was faster
 */
export async function takeOver(
  path: string,
  head: JournalHead,
  finishing: Finishing,
): Promise<Recovered | undefined> {
  const lastLineAt = statSync(path).mtimeMs
  const claim = claimJournal(path, head.runId)
  if (claim === undefined) return undefined
  let result = 'the recovery failed'
  try {
    const done = (await isSandboxGone(head))
      ? ({ ...NOTHING, outcome: 'sandbox-gone' } as const)
      : await finishRun(claim, head, lastLineAt, finishing)
    if (done.outcome === 'left-over') result = resultOf(done.leftovers)
    else claim.done()
    return { ...done, run: runOf(path, head) }
  } finally {
    claim.putBack(result)
  }
}

/** Says what there is to do, and does nothing. */
export async function foresee(path: string, head: JournalHead): Promise<Recovered> {
  const run = runOf(path, head)
  if (await isSandboxGone(head)) return { ...NOTHING, outcome: 'sandbox-gone', run }
  const { standing, damaged } = await readJournal(path, head.runId)
  const count = (wanted: ResourceKind) => standing.filter(({ kind }) => kind === wanted).length
  const counts = { case: count('case'), client: count('client'), webhook: count('webhook') }
  return { outcome: 'to-recover', run, counts, leftovers: [], damaged }
}

/** However often it was claimed, a journal goes back to the name that it had. */
function runOf(path: string, { runId, environment, startedAt }: JournalHead): RunFound {
  return { path: join(dirname(path), journalName(runId)), runId, environment, startedAt }
}
