import { DebituraTestkitError } from '../errors/index.ts'
import { connectSteward, type Debitura, debituraFor } from '../kit/index.ts'
import type { Report, RunAddress } from '../protocol/index.ts'
import { type DebituraOptions, startRun as open } from '../steward/index.ts'

/** A run without a test runner. */
export interface ScriptRun extends AsyncDisposable {
  readonly debitura: Debitura
  /** Environment variables for an application that is to talk to the same place. */
  readonly variables: Readonly<Record<string, string>>
  /**
   * Ends the run, and cleans up.
   * @throws DebituraTestkitError `DBT_RUN_OVER` where the process that cleans up died before it could
   */
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
    report ??= run.end().then((final) => final ?? Promise.reject(stewardDied(run.address)))
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

function stewardDied({ tag }: RunAddress): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_RUN_OVER',
    what: 'Failed to end the run',
    why: 'the process that cleans up died, and what the run made may still be there',
    todo: `Delete the cases with DELETE /test/cases?tag=${tag} on each API that has some, and look for the clients with \`isOurs()\``,
  })
}
