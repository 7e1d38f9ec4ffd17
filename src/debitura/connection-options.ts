import type { ApiName } from '../contract/words/api.ts'
import type { Environment } from '../contract/words/environment.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import type { Redactor } from './redactor.ts'

/** How to talk to Debitura. */
export interface ConnectionOptions {
  readonly environment: Environment
  /** Origin of each API. In `test` and `production`, those left out are the documented ones. */
  readonly urls: Readonly<Partial<Record<ApiName, string>>>
  /** Takes secrets out of every text that leaves the connection. Credentials are added to it as they are used. */
  readonly redactor: Redactor
  /** Whether to stay below Debitura's limit per minute by ourselves. @default true */
  readonly pacing?: boolean | undefined
  /** Connections per origin, at least 2. @default 32 */
  readonly concurrency?: number | undefined
  /** Milliseconds until a connection must stand. @default 10_000 */
  readonly connectTimeoutMs?: number | undefined
  /** Milliseconds until an answer must begin, and between its parts. @default 30_000 */
  readonly answerTimeoutMs?: number | undefined
  /** Longest answer that is read, in bytes. @default 10_000_000 */
  readonly bodyLimitBytes?: number | undefined
  /** Milliseconds for which a call that was rate limited is sent again. @default 300_000 */
  readonly retryForMs?: number | undefined
  /** Source of jitter: numbers from 0 up to 1. @default Math.random */
  readonly random?: (() => number) | undefined
}

/** {@link ConnectionOptions} with every default filled in. */
export type ConnectionSettings = {
  readonly [Name in keyof ConnectionOptions]-?: Exclude<ConnectionOptions[Name], undefined>
}

/** Fills in defaults, and refuses what makes no sense. */
export function readConnectionOptions(options: ConnectionOptions): ConnectionSettings {
  return {
    environment: options.environment,
    urls: options.urls,
    redactor: options.redactor,
    pacing: options.pacing ?? true,
    concurrency: whole('concurrency', options.concurrency ?? 32, 2, 1_024),
    connectTimeoutMs: whole('connectTimeoutMs', options.connectTimeoutMs ?? 10_000, 1),
    answerTimeoutMs: whole('answerTimeoutMs', options.answerTimeoutMs ?? 30_000, 1),
    bodyLimitBytes: whole('bodyLimitBytes', options.bodyLimitBytes ?? 10_000_000, 1),
    retryForMs: whole('retryForMs', options.retryForMs ?? 300_000, 0),
    random: options.random ?? Math.random,
  }
}

// Node's timers turn a longer delay into one millisecond.
const LONGEST_TIMER_MS = 2_147_483_647

function whole(name: string, value: number, least: number, most = LONGEST_TIMER_MS): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: 'Failed to connect to Debitura',
    why: `expected \`${name}\` to be a whole number from ${least} to ${most}, got ${String(value)}`,
    todo: `Give \`${name}\` such a number, or leave it out`,
  })
}
