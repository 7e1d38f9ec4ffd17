import type { Measurement } from '../measurement.ts'
import type { VitestProgram } from '../programs/vitest-run.ts'
import { copyTestFile } from '../vitest-files.ts'

const FILES_PER_ROUND = 12

/** What `import 'debitura-testkit/vitest'` costs a worker that has Vitest already. */
export const workerImport: Measurement = {
  name: 'worker-import',
  async run({ workspace, rounds }) {
    const root = await copyTestFile(workspace, 'import', FILES_PER_ROUND * rounds(4))
    await using vitest = workspace.start<VitestProgram>('vitest-run')
    const { files } = await vitest.call.run({ root, include: '*.test.ts', setupFiles: [] })
    const metas = files.flatMap(({ meta }) => meta)
    return [
      {
        what: 'worker import of debitura-testkit/vitest',
        unit: 'ms',
        pairs: {
          measured: metas.map(({ kitMs = Number.NaN }) => kitMs),
          compared: metas.map(({ emptyMs = Number.NaN }) => emptyMs),
        },
        comparedTo: 'empty local module',
        by: 'difference',
        budget: { of: 'measured', atMost: 10 },
        note: `${files.length} test files, each in a fresh worker; both imports in each, every other time in the other order.`,
      },
    ]
  },
}
