import { expect, it } from 'vitest'
import { jestProject, runJest } from './harness/index.ts'

it('projects share a run, and another environment can have Debitura too', async () => {
  using project = jestProject({
    'a.test.js': `
      const { useDebitura } = require('debitura-testkit/jest')
      test('has it', async () => {
        await expect(await useDebitura().debitura.cases.create()).toBeTestCase()
        console.log(process.env.DEBITURA_TAG, globalThis.theirs)
      })
    `,
    'environment.js': `
      const { TestEnvironment } = require('jest-environment-node')
      const { withDebitura } = require('debitura-testkit/jest/environment')
      module.exports = withDebitura(class extends TestEnvironment {
        async handleTestEvent({ name }) {
          if (name === 'test_start') this.global.theirs = 'theirs'
        }
      })
    `,
    'jest.config.js': `
      const preset = 'debitura-testkit/jest'
      module.exports = {
        projects: [
          { displayName: 'one', preset, transform: {} },
          { displayName: 'two', preset, transform: {}, testEnvironment: './environment.js' },
        ],
      }
    `,
  })
  const run = await runJest(project)
  expect(run.exitCode, run.output).toBe(0)
  expect(run.stderr.match(/left nothing behind/g)).toHaveLength(1)
  expect(run.output).toMatch(/suite-run-\S+ theirs/)
  expect(new Set(run.output.match(/suite-run-[0-9a-f-]{36}/g))).toHaveProperty('size', 1)
})
