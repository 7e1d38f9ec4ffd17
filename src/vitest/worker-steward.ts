import { inject } from 'vitest'
import { connectSteward, type StewardClient, withoutRun } from '../kit/index.ts'
import { PROVIDED_RUN } from './provided-run.ts'

const INSTALL =
  "Add `plugins: [debitura()]` from 'debitura-testkit/vitest/plugin' to the Vitest config, or 'debitura-testkit/vitest/global-setup' to `test.globalSetup`"

let steward: StewardClient | undefined

/** The way to the steward: one connection for all tests of this worker. */
export function workerSteward(): StewardClient {
  if (steward) return steward
  const address = inject(PROVIDED_RUN)
  // Without a run, the first use says so. That must not be remembered: in watch mode a run may start later.
  if (address === undefined) return withoutRun(INSTALL)
  steward = connectSteward(address)
  return steward
}
