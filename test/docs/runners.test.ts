import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { playwright, statusesOf } from '../playwright/harness/index.ts'
import { node } from '../script/program.ts'
import {
  contentsOf,
  type Files,
  inlineProject,
  observedSandbox,
  type Runner,
  runToEnd,
  statesOf,
  vitest,
} from '../vitest/harness/index.ts'

const PAGE = readFileSync(fileURLToPath(new URL('../../docs/runners.md', import.meta.url)), 'utf8')

/** The files of a section, each a block of code whose first line names it. */
function filesUnder(heading: string): Files {
  const section = PAGE.split(/^## /m).find((text) => text.startsWith(heading)) ?? ''
  return Object.fromEntries(
    [...section.matchAll(/```[jt]s\n\/\/ (.*)\n([\s\S]*?)```/g)].map(([, path = '', code = '']) => [
      path,
      code,
    ]),
  )
}

/** Runs what a section shows, and checks that it left nothing behind. */
async function show<Results>(heading: string, runner: Runner<Results>, args?: readonly string[]) {
  await using sandbox = await observedSandbox()
  using project = inlineProject(filesUnder(heading), { 'tsconfig.json': '{}' })
  const run = await runToEnd(runner, project, { args, variables: sandbox.variables('shown') })
  expect(run.exitCode, run.output).toBe(0)
  expect(sandbox.seen.filter(({ path }) => path.endsWith('/advance'))).toHaveLength(1)
  expect(contentsOf(sandbox.world('shown'))).toEqual({ cases: [], clients: [], webhooks: [] })
  return run
}

const TITLE = 'an invoice is settled when its case closes as paid'

it('shows a test for Vitest', async () => {
  const { results } = await show('Vitest', vitest)
  expect(results && statesOf(results)).toEqual({ [`test/settlement.test.ts > ${TITLE}`]: 'passed' })
})

it('shows a test for Playwright', async () => {
  const { results } = await show('Playwright', playwright)
  expect(results && statusesOf(results)).toEqual({ [`test/settlement.spec.ts > ${TITLE}`]: 'expected' })
})

it('shows a test for node:test', async () => {
  const { stdout } = await show('`node:test`', node, ['--test', 'test/settlement.test.mjs'])
  expect(stdout).toContain('pass 1')
})

it.each([
  ['with using', ['--import', 'tsx', 'settle.ts']],
  ['without using', ['settle.mjs']],
])('shows a script %s', async (_, args) => {
  const { stdout } = await show('A script', node, args)
  expect(stdout.trim()).toBe('Paid')
})
