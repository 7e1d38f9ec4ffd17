import { expect, it } from 'vitest'
import { inlineProject, runVitest, statesOf } from './harness/index.ts'

const passes = `
  import { test } from 'debitura-testkit/vitest'
  test('passes', async ({ testCase }) => { await testCase.activate() })
`

const config = (options: string, rest = '') => `
  import { debitura } from 'debitura-testkit/vitest/plugin'
  import { defineConfig } from 'vitest/config'
  export default defineConfig({ plugins: [debitura(${options})], test: { ${rest} } })
`

const projects = (root: string, own: string) =>
  inlineProject({
    'vitest.config.ts': config(root, "projects: ['./one']"),
    'one/vitest.config.ts': config(own, "name: 'one'"),
    'one/passes.test.ts': passes,
  })

it('are those of the root where a project gives none', async () => {
  using project = projects("{ environment: 'sandbox', quiet: true }", '')
  const { exitCode, output, results } = await runVitest(project)
  expect(results && statesOf(results)).toEqual({ 'passes.test.ts > passes': 'passed' })
  expect(output).not.toContain('debitura ')
  expect(exitCode).toBe(0)
})

it('are refused where two places say different things', async () => {
  using project = inlineProject({
    'vitest.config.ts': config(
      '{ quiet: true }',
      "projects: [{ extends: true, test: { name: 'one' } }, './two']",
    ),
    'one.test.ts': passes,
    'two/vitest.config.ts': config("{ onLeftover: 'warn' }", "name: 'two'"),
    'two/passes.test.ts': passes,
  })
  const { exitCode, output } = await runVitest(project)
  expect(output).toContain('they are given twice, differently, and all tests of a process share one run')
  expect(exitCode).toBe(1)
})
