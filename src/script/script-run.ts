import { connectSteward, type Debitura, debituraFor } from '../kit/index.ts'
import type { Report } from '../protocol/index.ts'
import { type DebituraOptions, startRun as open } from '../steward/index.ts'

/** A run without a test runner. */
export interface ScriptRun extends AsyncDisposable {
  readonly debitura: Debitura
  /** Environment variables for an application that is to talk to the same place. */
  readonly variables: Readonly<Record<string, string>>
  /** Ends the run, and cleans up. */
  end(): Promise<Report>
}

/**
 * Starts a run for a script, or for a test runner that has no adapter. When the script ends, however it ends,
 * everything that it made is cleaned up.
 * @throws DebituraTestkitError `DBT_SETTINGS`, `DBT_HOST_NOT_ALLOWED`, `DBT_START_FAILED`
 * @example
 * ```ts
 * const run = await startRun()
 * const claim = await run.debitura.cases.create()
 * await claim.advance('Closed:Paid')
 * const report = await run.end()
 * ```
 */
export async function startRun(options: DebituraOptions = {}): Promise<ScriptRun> {
  const run = await open({ options })
  const scope = { id: globalThis.crypto.randomUUID(), label: 'the script' }
  let report: Promise<Report> | undefined
  const end = () => {
    report ??= run
      .end()
      .then((final) => final ?? Promise.reject(new Error('The process that cleans up died')))
    return report
  }
  return {
    debitura: debituraFor(connectSteward(run.address), scope),
    variables: run.variables,
    end,
    [Symbol.asyncDispose]: async () => {
      await end()
    },
  }
}
