import { join } from 'node:path'
import { INSTALLED_KIT, VITEST } from '../vitest/harness/paths.ts'
import type { Recovery } from './draw.ts'
import { launch } from './launch.ts'
import { PROJECT, type Surroundings } from './run.ts'

/** Nobody waits longer for a cleanup behind a run that is dead. */
const WITHIN_MS = 90_000

const SWEEP = [join(INSTALLED_KIT, 'dist/cli/main.js'), 'sweep']

const LINES: Readonly<Record<Recovery, readonly string[]>> = {
  'next run': [VITEST, 'run', 'test/nothing.test.ts'],
  sweep: [...SWEEP, '--yes'],
  'sweep --remote': [...SWEEP, '--remote', '--yes'],
}

/** Cleans up as a user would, and says what was printed. */
export async function recover(recovery: Recovery, surroundings: Surroundings): Promise<string> {
  const launched = launch({ directory: PROJECT, line: LINES[recovery], ...surroundings, withinMs: WITHIN_MS })
  const exit = await launched.ended
  return `$ ${recovery}\n${launched.output}\n(exit ${exit})\n`
}
