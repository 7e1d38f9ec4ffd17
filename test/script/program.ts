import type { Runner } from '../vitest/harness/index.ts'

/** Node itself, which writes no results: a script, or its own test runner. */
export const node: Runner<never> = {
  command: (args = []) => ['--no-warnings', ...args],
  read: () => {
    throw new Error('Node writes no results')
  },
}
