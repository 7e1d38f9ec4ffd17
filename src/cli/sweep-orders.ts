import { DebituraTestkitError } from '../errors/index.ts'
import type { Variables } from '../steward/variables.ts'
import { assertRemote, readAge, type SweepSettings, sweepSettings } from '../sweep/index.ts'

/** What the command line says. Values are as they were typed. */
export interface SweepFlags {
  readonly remote?: unknown
  readonly olderThan?: unknown
  readonly yes?: unknown
  readonly environment?: unknown
  readonly host?: unknown
  readonly json?: unknown
}

/** What a sweep is told to do, checked. */
export interface SweepOrders {
  readonly settings: SweepSettings
  readonly remote: boolean
  readonly dryRun: boolean
  readonly olderThanMs: number
  readonly json: boolean
}

const DEFAULT_AGE = '3h'

/**
 * Reads what was typed, before anything is done.
 * @throws DebituraTestkitError `DBT_SETTINGS`, `DBT_HOST_NOT_ALLOWED`
 */
export function readOrders(flags: SweepFlags, variables: Variables): SweepOrders {
  const remote = isOn('--remote', flags.remote)
  const yes = isOn('--yes', flags.yes)
  const json = isOn('--json', flags.json)
  if (!remote && flags.olderThan !== undefined)
    throw refused('--older-than is about what --remote finds', 'Add --remote, or leave it out')
  const olderThanMs = readAge(flags.olderThan ?? DEFAULT_AGE)
  const hosts = flags.host === undefined ? [] : [flags.host].flat().map((host) => text('--host', host))
  const environment = flags.environment === undefined ? undefined : text('--environment', flags.environment)
  const settings = sweepSettings({ environment, hosts, yes }, variables)
  if (remote) assertRemote(settings)
  return { settings, remote, dryRun: !yes, olderThanMs, json }
}

function isOn(name: string, value: unknown): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false
  throw refused(`${name} takes no value, and got ${JSON.stringify(value)}`, 'Leave the value out')
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw refused(
    `${name} takes one word, and got ${JSON.stringify(value)}`,
    'See debitura-testkit sweep --help',
  )
}

function refused(why: string, todo: string): DebituraTestkitError {
  return new DebituraTestkitError({ code: 'DBT_SETTINGS', what: 'Failed to sweep', why, todo })
}
