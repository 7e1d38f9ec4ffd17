import { describe, expect, it } from 'vitest'
import { contentsOf, inlineProject, observedSandbox, runVitest, statesOf } from './harness/index.ts'

describe('global setup and setup file, listed by hand', () => {
  const config = /* ts */ `
    import { defineConfig } from 'vitest/config'

    // Twice in the root, and once more for each project that extends it.
    const globalSetup = ['debitura-testkit/vitest/global-setup', 'debitura-testkit/vitest/global-setup']
    const project = (name: string) => ({ extends: true as const, test: { name, include: [name + '.test.ts'] } })

    export default defineConfig({
      test: {
        globalSetup,
        setupFiles: ['debitura-testkit/vitest/setup'],
        projects: [project('one'), project('two')],
      },
    })
  `
  const suite = /* ts */ `
    import { appendFileSync } from 'node:fs'
    import { expect, test as base } from 'vitest'
    import { debituraFixtures } from 'debitura-testkit/vitest'

    const test = base.extend(debituraFixtures).extend<{ paid: { id: string } }>({
      paid: async ({ debitura }, use) => use(await (await debitura.cases.create()).closePaid()),
    })

    test("works with fixtures of the author's own, and with Vitest's expect", async ({ paid, tag }) => {
      appendFileSync('tags.txt', tag + '\\n')
      await expect(paid).toBeClosed('Paid')
      await expect(paid).not.toBeInLifecycle('Active')
    })
  `

  it('is one run, however often it is listed', async () => {
    await using sandbox = await observedSandbox()
    using project = inlineProject({
      'vitest.config.ts': config,
      'one.test.ts': suite,
      'two.test.ts': suite,
    })
    const run = await runVitest(project, { variables: sandbox.variables('installs') })
    expect(run.exitCode, run.output).toBe(0)
    expect(run.results?.tests).toHaveLength(2)
    const [one, two] = project.read('tags.txt').trim().split('\n')
    expect(one).toBe(two)
    expect(run.stderr.match(/left nothing behind/g)).toHaveLength(1)
    expect(contentsOf(sandbox.world('installs'))).toEqual({ cases: [], clients: [], webhooks: [] })
  })
})

describe("a global setup of the author's own", () => {
  it('gives options, and is shared with the plugin', async () => {
    using project = inlineProject({
      'vitest.config.ts': /* ts */ `
        import { debitura } from 'debitura-testkit/vitest/plugin'
        import { defineConfig } from 'vitest/config'

        export default defineConfig({ plugins: [debitura({ quiet: true })], test: { globalSetup: ['./debitura.ts'] } })
      `,
      'debitura.ts': /* ts */ `
        import { createGlobalSetup } from 'debitura-testkit/vitest/global-setup'

        export default createGlobalSetup({ quiet: true })
      `,
      'a.test.ts': /* ts */ `
        import { expect, test } from 'debitura-testkit/vitest'

        test('has what the application under test needs', async ({ debitura, testCase }) => {
          const answer = await fetch(process.env.DEBITURA_CUSTOMER_API_URL + '/cases/' + testCase.id, {
            headers: { XApiKey: process.env.DEBITURA_CUSTOMER_API_KEY! },
          })
          expect(await answer.json()).toMatchObject({ id: testCase.id })
          expect(process.env.DEBITURA_TAG).toBe(debitura.tag)
          expect(debitura.urls.customer).toBe(process.env.DEBITURA_CUSTOMER_API_URL)
        })
      `,
    })
    const run = await runVitest(project)
    expect(run.exitCode, run.output).toBe(0)
    expect(run.output).not.toContain('debitura ')
  })
})

describe('no global setup', () => {
  it('says what is missing, and lets tests that need nothing pass', async () => {
    using project = inlineProject({
      'vitest.config.ts': 'export default {}',
      'a.test.ts': /* ts */ `
        import { expect, test } from 'debitura-testkit/vitest'

        test('makes a case', async ({ debitura }) => {
          await debitura.cases.create()
        })
        test('asks for a case', async ({ testCase }) => {
          expect(testCase).toBe('never made')
        })
        test('asks for the tag', async ({ tag }) => {
          expect(tag).toBe('never given')
        })
        test('builds a payload', ({ debitura }) => {
          expect(debitura.cases.build().debtor).toBeDefined()
        })
        test('needs nothing', () => undefined)
      `,
    })
    const run = await runVitest(project)
    expect(run.exitCode).toBe(1)
    expect(run.results && statesOf(run.results)).toEqual({
      'a.test.ts > makes a case': 'failed',
      'a.test.ts > asks for a case': 'failed',
      'a.test.ts > asks for the tag': 'failed',
      'a.test.ts > builds a payload': 'passed',
      'a.test.ts > needs nothing': 'passed',
    })
    const [first, ...others] = run.results?.tests.flatMap(({ failures }) => failures) ?? []
    expect(first).toEqual({
      code: 'DBT_NO_RUN',
      line: 5,
      message:
        'Failed to use the fixtures of debitura-testkit: no run was started: its global setup is not installed. ' +
        "Add `plugins: [debitura()]` from 'debitura-testkit/vitest/plugin' to the Vitest config, " +
        "or 'debitura-testkit/vitest/global-setup' to `test.globalSetup`.",
    })
    expect(others.map(({ code }) => code)).toEqual(['DBT_NO_RUN', 'DBT_NO_RUN'])
  })
})
