/** One Vitest run, as `vitest run` does it, and what its reporter interface says about each file. */
import type { TestModule } from 'vitest/node'
import { startVitest } from 'vitest/node'
import { offer } from './offer.ts'

/** What to run. */
export interface VitestRun {
  readonly root: string
  readonly include: string
  readonly setupFiles: readonly string[]
}

const functions = {
  async run({ root, include, setupFiles }: VitestRun) {
    let startedAt = Number.NaN
    let wallMs = Number.NaN
    let modules: readonly TestModule[] = []
    const reporter = {
      onTestRunStart() {
        startedAt = performance.now()
      },
      onTestRunEnd(all: readonly TestModule[]) {
        wallMs = performance.now() - startedAt
        modules = all
      },
    }
    const vitest = await startVitest('test', [], {
      config: false,
      root,
      include: [include],
      setupFiles: [...setupFiles],
      pool: 'forks',
      isolate: true,
      // Workers side by side would share the processors, and so measure each other.
      maxWorkers: 1,
      watch: false,
      reporters: [reporter],
    })
    await vitest.close()
    process.exitCode = 0
    const files = modules.map((module) => {
      if (module.state() !== 'passed')
        throw new Error(`${module.moduleId} ${module.state()}: ${JSON.stringify(module.errors())}`)
      const { setupDuration, collectDuration } = module.diagnostic()
      const meta = [...module.children.allTests()].map((test) => test.meta())
      return { setupMs: setupDuration, collectMs: collectDuration, meta }
    })
    return { wallMs, files }
  },
}

export type VitestProgram = typeof functions
offer(functions)
