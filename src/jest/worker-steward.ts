import { connectSteward, type StewardClient, withoutRun } from '../kit/index.ts'
import { inheritedRun } from '../runner/inherited-run.ts'

const INSTALL =
  "Add `preset: 'debitura-testkit/jest'` to the Jest config, or `globalSetup: 'debitura-testkit/jest/global-setup'` and " +
  "`globalTeardown: 'debitura-testkit/jest/global-teardown'`"

let steward: StewardClient | undefined

/** The way to the steward: one connection for all tests of this process in a run. In watch mode, each time has its own. */
export function workerSteward(): StewardClient {
  const address = inheritedRun()
  if (address === undefined) return withoutRun(INSTALL)
  if (steward?.address.runId !== address.runId) steward = connectSteward(address)
  return steward
}
