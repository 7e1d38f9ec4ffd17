import { expect, it } from 'vitest'
import { inlineProject, observedSandbox, runVitest } from '../vitest/harness/index.ts'
import { playwrightConfig, playwrightProject, runPlaywright, statusesOf } from './harness/index.ts'

const OURS = 'debitura-testkit/playwright/global-setup'

const suite = /* ts */ `
  import { test } from 'debitura-testkit/playwright'

  test('makes a case', async ({ testCase }) => {
    await testCase.activate()
  })
`

const withSetup = (globalSetup: string) => ({
  'a.spec.ts': suite,
  'playwright.config.ts': playwrightConfig(`globalSetup: ${globalSetup}`),
})

it('without the global setup, the first use of a fixture says what to install', async () => {
  using project = playwrightProject(withSetup('undefined'))
  const { exitCode, results, output } = await runPlaywright(project)
  expect(output).toContain(
    'Failed to use the fixtures of debitura-testkit: no run was started: its global setup is not installed. ' +
      `Add \`globalSetup: '${OURS}'\` to the Playwright config.`,
  )
  expect(results?.tests[0]?.attempts[0]?.status).toBe('failed')
  expect(exitCode).toBe(1)
})

it('a config that has the global setup twice has one run', async () => {
  await using sandbox = await observedSandbox()
  using project = playwrightProject(withSetup(`['${OURS}', '${OURS}']`))
  const run = await runPlaywright(project, { variables: sandbox.variables('twice') })
  expect(run.results && statusesOf(run.results), run.output).toEqual({
    'a.spec.ts > makes a case': 'expected',
  })
  expect(run.stderr.match(/left nothing behind/g)).toHaveLength(1)
  expect(sandbox.world('twice').cases()).toEqual([])
  expect(run.exitCode).toBe(0)
})

it('the global setup for Vitest is refused', async () => {
  using project = playwrightProject(withSetup(`'debitura-testkit/vitest/global-setup'`))
  const { exitCode, results } = await runPlaywright(project)
  expect(results?.errors).toEqual([
    expect.stringContaining("'debitura-testkit/vitest/global-setup' was called by another test runner"),
  ])
  expect(exitCode).toBe(1)
})

it('the global setup for Playwright is refused by Vitest', async () => {
  using project = inlineProject({
    'a.test.ts': `import { test } from 'vitest'; test('never runs', () => undefined)`,
    'vitest.config.ts': `export default { test: { globalSetup: '${OURS}' } }`,
  })
  const { exitCode, output } = await runVitest(project)
  expect(output).toContain(`'${OURS}' was called by another test runner`)
  expect(exitCode).toBe(1)
})

it('settings that are wrong are refused before any test runs', async () => {
  using project = playwrightProject({ 'a.spec.ts': suite })
  const { exitCode, results, state } = await runPlaywright(project, {
    variables: { DEBITURA_ENVIRONMENT: 'staging' },
  })
  expect(results?.errors).toEqual([expect.stringContaining('DEBITURA_ENVIRONMENT is "staging"')])
  expect(exitCode).toBe(1)
  expect(state).toEqual({})
})

it('something that is left over fails the run', async () => {
  await using sandbox = await observedSandbox()
  using project = playwrightProject({ 'a.spec.ts': suite })
  sandbox.intercept(({ method }) =>
    method === 'DELETE' ? Response.json({ title: 'No', status: 403 }, { status: 403 }) : undefined,
  )
  const run = await runPlaywright(project, { variables: sandbox.variables('leftover') })
  expect(run.results && statusesOf(run.results)).toEqual({ 'a.spec.ts > makes a case': 'expected' })
  expect(run.results?.errors).toEqual([expect.stringContaining('Failed to clean up after the run')])
  expect(run.stderr).toContain('left something over')
  expect(run.exitCode).toBe(1)
})
