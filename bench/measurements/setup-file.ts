import { join } from 'node:path'
import { each, medianOf, pairedRounds } from '../measure.ts'
import type { Measurement } from '../measurement.ts'
import type { VitestProgram } from '../programs/vitest-run.ts'
import { copyTestFile } from '../vitest-files.ts'

const FILES = 40

/** What the kit's setup file costs each test file, over an empty one. */
export const setupFile: Measurement = {
  name: 'setup-file',
  async run({ workspace, rounds }) {
    const root = await copyTestFile(workspace, 'trivial', FILES)
    const runWith = async (setup: string) => {
      await using vitest = workspace.start<VitestProgram>('vitest-run')
      const { wallMs, files } = await vitest.call.run({ root, include: '*.test.ts', setupFiles: [setup] })
      return {
        setup: medianOf(files.map(({ setupMs }) => setupMs)),
        both: medianOf(files.map(({ setupMs, collectMs }) => setupMs + collectMs)),
        wall: wallMs / FILES,
      }
    }
    const pairs = await pairedRounds(rounds(5), {
      measured: () => runWith('debitura-testkit/vitest/setup'),
      compared: () => runWith(join(root, 'empty-setup.ts')),
    })
    const common = { unit: 'ms', comparedTo: 'empty setup file', by: 'difference' } as const
    return [
      {
        ...common,
        what: 'setup file, per test file: setup and import',
        pairs: each(pairs, ({ both }) => both),
        budget: { of: 'difference', atMost: 3 },
        note:
          `each round is a run of ${FILES} files, and counts by its median; forks, isolated, one worker; every test file imports vitest. The kit's setup file imports ` +
          'vitest first, which moves that cost from the import to the setup: only their sum compares.',
      },
      { ...common, what: 'setup file, per test file: setup alone', pairs: each(pairs, ({ setup }) => setup) },
      {
        ...common,
        what: 'setup file, per test file: wall clock of the run',
        pairs: each(pairs, ({ wall }) => wall),
      },
    ]
  },
}
