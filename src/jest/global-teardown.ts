/**
 * For `globalTeardown`: ends the run, and cleans up.
 * @module
 */
import { endRun } from '../runner/shared-run.ts'

/** What Jest calls after the tests; with `--bail` twice, and exits when one of the calls is done. */
const teardown = async (): Promise<void> => void (await endRun(process))

export default teardown
