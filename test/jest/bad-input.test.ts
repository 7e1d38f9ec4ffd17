import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { type Files, inlineProject, jestProject, runJest } from './harness/index.ts'

const uses = /* js */ `
  const { useDebitura } = require('debitura-testkit/jest')
  test('uses it', async () => {
    const { debitura } = useDebitura()
    await debitura.cases.create()
  })
`

const config = (text: string): string => `module.exports = { transform: {}, ${text} }`
const setup = (options: string): string =>
  `module.exports = require('debitura-testkit/jest/global-setup').createGlobalSetup(${options})`

it.each<[string, Files, RegExp]>([
  [
    'without a global setup',
    { 'jest.config.js': config(`testEnvironment: 'debitura-testkit/jest/environment'`) },
    /DBT_NO_RUN|Failed to use the fixtures of debitura-testkit: no run was started.* Add `preset: 'debitura-testkit\/jest'`/,
  ],
  [
    'in another environment',
    { 'a.test.js': `/** @jest-environment node */${uses}` },
    /Failed to use debitura-testkit in a test: the test does not run in its test environment for Jest/,
  ],
  [
    'with a Jest that is too old',
    { 'node_modules/jest/package.json': '{ "name": "jest", "version": "29.7.0" }' },
    /Failed to start the run: Jest 29\.7\.0 is not supported\. Install Jest 30 or later\./,
  ],
  [
    'with an option that there is not',
    {
      'setup.js': setup('{ onLeftovers: "warn" }'),
      'jest.config.js': config(`preset: 'debitura-testkit/jest', globalSetup: './setup.js'`),
    },
    /onLeftovers/,
  ],
  [
    'with options that two give differently',
    {
      'one.js': setup('{ onLeftover: "warn" }'),
      'two.js': setup('{ onLeftover: "fail" }'),
      'b.test.js': uses,
      'jest.config.js': `
        const project = (name) => ({
          displayName: name, transform: {}, preset: 'debitura-testkit/jest', globalSetup: './' + name + '.js',
        })
        module.exports = { projects: [project('one'), project('two')] }`,
    },
    /Failed to read the options of debitura-testkit: they are given twice, differently/,
  ],
])('%s, one clear message says so', async (_, files, message) => {
  using project = jestProject({ 'a.test.js': uses, ...files })
  const run = await runJest(project)
  expect(run.exitCode, run.output).toBe(1)
  expect(run.output).toMatch(message)
})

it('outside of Jest, one clear message says so', () => {
  using project = inlineProject({})
  const use =
    "import('debitura-testkit/jest').then(({ useDebitura }) => useDebitura()).catch((error) => console.log(error.code))"
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', use], {
    cwd: project.directory,
    encoding: 'utf8',
  })
  expect(run.stdout, run.stderr).toBe('DBT_NO_RUN\n')
})
