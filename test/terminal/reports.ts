import type { Report, Tally } from '../../src/protocol/index.ts'
import type { Run } from '../../src/steward/index.ts'

const NONE: Tally = { made: 0, deleted: 0, alreadyGone: 0, kept: 0, leftOver: 0 }

export const TAG = 'suite-run-12345678-90ab-4cdf-abcd-ef1234567890'

/** A report of a run that made two cases and cleaned them up. */
export function report(differences: Partial<Report> = {}): Report {
  return {
    environment: 'sandbox',
    tag: TAG,
    tallies: { case: { ...NONE, made: 2, deleted: 2 }, client: NONE, webhook: NONE },
    leftovers: [],
    recovered: [],
    calls: { total: 5, cleanup: 2, polls: 0, rateLimited: 0, retried: 0 },
    durationMs: 1_234,
    cleanupMs: 49,
    notices: [],
    ...differences,
  }
}

/** Counts of one kind. */
export function tally(counts: Partial<Tally>): Tally {
  return { ...NONE, ...counts }
}

/** A run, as far as a person sees it. */
export function run(
  settings: Partial<Run['settings']> = {},
  urls: Run['address']['urls'] = {},
): Pick<Run, 'address' | 'settings'> {
  const environment = settings.environment ?? 'sandbox'
  return {
    address: { protocol: 1, runId: '', tag: TAG, environment, socket: '', urls },
    settings: {
      environment,
      urls,
      embedded: { rateLimits: false },
      standingClient: undefined,
      authorSigns: false,
      keep: false,
      verify: false,
      onLeftover: 'fail',
      cleanupTimeoutMs: 120_000,
      webhooks: undefined,
      quiet: false,
      unused: [],
      ...settings,
    },
  }
}
