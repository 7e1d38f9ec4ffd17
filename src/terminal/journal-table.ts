import type { LeftAlone, Recovered, Recovery } from '../steward/recovery/recovery.ts'
import type { Colors } from './summary.ts'

const OUTCOMES: Readonly<Record<Recovered['outcome'], string>> = {
  recovered: 'cleaned up, nothing left',
  'left-over': 'something is left over',
  'to-recover': 'to be cleaned up. This was a dry run: add --yes',
  'sandbox-gone': 'its sandbox is gone, and took everything along',
}

/** Whether a journal says that something is left which this sweep should have deleted, or would. */
export function isJournalLeft(recovery: Recovery): boolean {
  if (recovery.outcome !== 'untouched') return ['left-over', 'to-recover'].includes(recovery.outcome)
  // What is of another place is for a sweep that goes there.
  return recovery.todo !== '' && recovery.why !== 'another-place'
}

/** What became of the journals on this machine, a few lines each. */
export function journalTable(journals: readonly Recovery[], colors: Colors): string {
  if (journals.length === 0) return `${colors.dim('No run on this machine left a journal.')}\n`
  return journals.map((journal) => `${linesOf(journal, colors).join('\n')}\n`).join('')
}

function linesOf(journal: Recovery, colors: Colors): readonly string[] {
  return journal.outcome === 'untouched' ? untouched(journal, colors) : recovered(journal, colors)
}

function untouched({ runId, reason, todo }: LeftAlone, { dim }: Colors): readonly string[] {
  return [
    `journal of run ${runId}  left alone: ${reason}`,
    ...(todo === '' ? [] : [`  ${dim('to do')}    ${todo}`]),
  ]
}

function recovered(
  { outcome, run, counts, leftovers, damaged }: Recovered,
  colors: Colors,
): readonly string[] {
  const { dim, green, red, yellow } = colors
  const shade = outcome === 'left-over' ? red : outcome === 'to-recover' ? yellow : green
  const things = [
    counted(counts.case, 'case'),
    counted(counts.client, 'client'),
    counted(counts.webhook, 'subscription'),
  ].join(', ')
  return [
    `journal of run ${run.runId}  ${shade(OUTCOMES[outcome])}  ${dim(`${run.environment}, from ${run.startedAt}: ${things}`)}`,
    ...(damaged > 0
      ? [`  ${dim('note')}     ${damaged} lines of it could not be read; --remote needs no journal`]
      : []),
    ...leftovers.flatMap(({ kind, id, reason, todo }) => [
      `  ${red('left over')}  ${kind} ${id}`,
      `    ${dim('because')}  ${reason}`,
      `    ${dim('to do')}    ${todo}`,
    ]),
  ]
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
