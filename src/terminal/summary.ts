import type { Formatter } from 'picocolors/types'
import type { Leftover, RecoveredRun, Report, ResourceKind, Tally } from '../protocol/index.ts'

/** The colours that a summary uses. `createColors` of picocolors makes them. */
export type Colors = Readonly<Record<'bold' | 'dim' | 'green' | 'red' | 'yellow', Formatter>>

const TITLES: Readonly<Record<ResourceKind, { readonly title: string; readonly gone: string }>> = {
  case: { title: 'cases', gone: 'deleted' },
  client: { title: 'clients', gone: 'reset' },
  webhook: { title: 'webhooks', gone: 'deleted' },
}

const KINDS = ['case', 'client', 'webhook'] as const

const WIDTH = 'webhooks'.length + 2

/** How a run ended, in a few aligned lines. */
export function summary(report: Report, colors: Colors): string {
  const { calls, environment, leftovers, notices, recovered, tag, tallies } = report
  const row = (name: string, text: string) => `  ${colors.dim(name.padEnd(WIDTH))}${text}`
  const made = KINDS.filter((kind) => kind !== 'webhook' || tallies[kind].made > 0)
  const lines = [
    `${colors.bold('debitura')}  ${environment}  ${verdict(report, colors)}`,
    row('tag', casesAreGone(report) ? `${tag}, and every case that bears it is deleted` : tag),
    ...made.map((kind) => row(TITLES[kind].title, tallyText(tallies[kind], TITLES[kind].gone))),
    row('calls', callsText(calls)),
    row('time', `${seconds(report.durationMs)}, ${seconds(report.cleanupMs)} of it to clean up at the end`),
    ...recovered.map((run) => row('recovered', recoveredText(run))),
    ...notices.map((notice) => row('note', colors.yellow(notice))),
    ...leftovers.flatMap((leftover) => leftoverLines(leftover, colors)),
  ]
  return `\n${lines.join('\n')}\n`
}

/** What bears the tag need not be the kit's: the application under test makes cases too. */
function casesAreGone({ leftovers, tallies }: Report): boolean {
  return tallies.case.kept === 0 && leftovers.every(({ kind }) => kind !== 'case')
}

function verdict({ leftovers, tallies }: Report, { green, red, yellow }: Colors): string {
  if (leftovers.length > 0) return red('left something over')
  if (Object.values(tallies).some(({ kept }) => kept > 0)) return yellow('kept everything')
  return green('left nothing behind')
}

function tallyText({ made, deleted, alreadyGone, kept, leftOver }: Tally, gone: string): string {
  const parts = [
    `${count(made)} made`,
    `${count(deleted)} ${gone}`,
    ...(alreadyGone > 0 ? [`${count(alreadyGone)} gone already`] : []),
    ...(kept > 0 ? [`${count(kept)} kept`] : []),
    ...(leftOver > 0 ? [`${count(leftOver)} left over`] : []),
  ]
  return parts.join(', ')
}

function callsText({ total, cleanup, polls, rateLimited, retried }: Report['calls']): string {
  const parts = [
    `${count(total)}, ${count(cleanup)} of them to clean up`,
    ...(polls > 0 ? [`${count(polls)} to look for events`] : []),
    ...(rateLimited > 0 ? [`${count(rateLimited)} rate limited`] : []),
    ...(retried > 0 ? [`${count(retried)} repeated`] : []),
  ]
  return parts.join(', ')
}

function recoveredText({ deleted, tag }: RecoveredRun): string {
  const parts = KINDS.filter((kind) => deleted[kind] > 0).map(
    (kind) => `${count(deleted[kind])} ${deleted[kind] === 1 ? kind : TITLES[kind].title}`,
  )
  return `${parts.join(', ') || 'nothing'} of ${tag}, which was killed or could not finish`
}

function leftoverLines({ kind, id, reason, todo }: Leftover, { dim, red }: Colors): string[] {
  return [
    `  ${red('left over')}  ${kind} ${id}`,
    `    ${dim('because')}  ${reason}`,
    `    ${dim('to do')}    ${todo}`,
  ]
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
