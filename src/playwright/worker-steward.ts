import { connectSteward, type StewardClient, withoutRun } from '../kit/index.ts'
import { inheritedRun } from '../runner/inherited-run.ts'

const INSTALL = "Add `globalSetup: 'debitura-testkit/playwright/global-setup'` to the Playwright config"

let steward: StewardClient | undefined

/** The way to the steward: one connection for all tests of this worker. */
export function workerSteward(): StewardClient {
  const address = inheritedRun()
  steward ??= address === undefined ? withoutRun(INSTALL) : connectSteward(address)
  return steward
}
