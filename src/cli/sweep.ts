import { API_NAMES } from '../contract/index.ts'
import { connect, createRedactor, type DebituraConnection, type Redactor } from '../debitura/index.ts'
import { stateDirectory } from '../steward/journal/state-directory.ts'
import { recoverRuns } from '../steward/recovery/recover-runs.ts'
import type { Recovery } from '../steward/recovery/recovery.ts'
import {
  leavesSomething,
  runsToSpare,
  type SweepReport,
  sweepRemote,
  sweepTools,
  unseen,
} from '../sweep/index.ts'
import { isJournalLeft, SweepScreen } from '../terminal/index.ts'
import { type Stopping, stopOnSignals } from './stop-on-signals.ts'
import { readOrders, type SweepFlags, type SweepOrders } from './sweep-orders.ts'

interface Means {
  readonly connection: DebituraConnection
  readonly redactor: Redactor
  readonly screen: SweepScreen
  readonly stopping: Stopping
}

/**
 * Deletes what runs that are over left behind: by their journals, then by what Debitura lists. Exit codes: 0 nothing is
 * left, 1 something is, 130 and 143 it was stopped; whoever catches its errors exits with 2.
 */
export async function runSweep(flags: SweepFlags): Promise<void> {
  const orders = readOrders(flags, process.env)
  const { environment, keys, urls } = orders.settings
  const screen = new SweepScreen()
  const redactor = createRedactor()
  for (const key of Object.values(keys)) redactor.add(key)
  await using connection = connect({ environment, urls, redactor })
  const stopping = stopOnSignals((text) => screen.say(text))
  const means: Means = { connection, redactor, screen, stopping }
  try {
    const journals = await sweepJournals(orders, means)
    const report = orders.remote ? await lookThrough(orders, journals, means) : undefined
    process.stdout.write(orders.json ? asJson(orders, journals, report) : screen.result(journals, report))
    const isLeft = journals.some(isJournalLeft) || (report !== undefined && leavesSomething(report))
    process.exitCode = stopping.exitCode ?? (isLeft ? 1 : 0)
  } catch (error) {
    if (stopping.exitCode === undefined || error !== stopping.signal.reason) throw error
    screen.say('debitura  stopped before anything that Debitura lists was deleted')
    process.exitCode = stopping.exitCode
  } finally {
    stopping.forget()
  }
}

function sweepJournals(
  { settings, dryRun }: SweepOrders,
  { connection, redactor, stopping: { signal } }: Means,
): Promise<readonly Recovery[]> {
  const directory = stateDirectory()
  return recoverRuns({ directory, place: settings, connection, redactor, dryRun, signal, patience: signal })
}

async function lookThrough(
  { settings, dryRun, olderThanMs }: SweepOrders,
  journals: readonly Recovery[],
  { connection, redactor, screen, stopping }: Means,
): Promise<SweepReport> {
  const tools = sweepTools({ connection, redactor, place: settings })
  for (const line of unseen(settings)) screen.say(line)
  return sweepRemote(tools, {
    environment: settings.environment,
    apis: API_NAMES.filter((api) => settings.keys[api] !== undefined),
    olderThanMs,
    alive: runsToSpare(journals),
    dryRun,
    stop: stopping.signal,
    progress: screen,
  })
}

function asJson(
  { dryRun, settings: { environment } }: SweepOrders,
  journals: readonly Recovery[],
  remote: SweepReport | undefined,
): string {
  return `${JSON.stringify({ environment, dryRun, journals, remote: remote ?? null }, undefined, 2)}\n`
}
