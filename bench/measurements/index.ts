import type { Measurement } from '../measurement.ts'
import { create } from './create.ts'
import { endOfRun } from './end-of-run.ts'
import { millionCases } from './million-cases.ts'
import { sandboxStart } from './sandbox-start.ts'
import { sandboxThroughput } from './sandbox-throughput.ts'
import { setupFile } from './setup-file.ts'
import { startOfRun } from './start-of-run.ts'
import { workerImport } from './worker-import.ts'

/** Every measurement, in the order in which they are printed. */
export const MEASUREMENTS: readonly Measurement[] = [
  setupFile,
  workerImport,
  startOfRun,
  create,
  endOfRun,
  sandboxThroughput,
  sandboxStart,
  millionCases,
]
