import { beforeAll, describe, expect, it } from 'vitest'
import {
  contentsOf,
  type Files,
  failureOf,
  jestProject,
  lineOf,
  observedSandbox,
  runJest,
  statusesOf,
} from './harness/index.ts'

/** In each language that a test can be written in, the same. */
const suite = (imports: string) => /* ts */ `
  ${imports}

  const { debitura, debituraFile, tag } = useDebitura()
  let shared

  beforeAll(async () => {
    shared = await debitura.clients.onboard()
  })
  beforeEach(async () => {
    await debitura.cases.create()
  })

  test('has the matchers', async () => {
    const claim = await debitura.cases.create({ amountToRecover: 1500, currencyCode: 'USD' })
    await expect(claim).toBeTestCase()
    await claim.advance('Closed:Paid')
    await expect(claim).toBeInLifecycle('Closed')
    await expect(claim).toBeClosed('Paid')
    await expect(claim).toHaveFired('payment.created', { data: { amount: 1500 } })
    await expect(claim).not.toHaveFired('payment.deleted')
  })

  test('finds what beforeAll made', async () => {
    expect((await shared.cases.create()).isTestCase).toBe(true)
    expect([debitura.tag, debituraFile.tag, process.env.DEBITURA_TAG]).toEqual([tag, tag, tag])
    expect(debitura.environment).toBe('sandbox')
  })

  test('takes values of its own realm', async () => {
    const began = new Date()
    const claim = await debitura.cases.create({ debtor: { countryAlpha2: 'DK' } })
    const { data } = await claim.waitForEvent('case.created', { where: ({ caseId }) => caseId === claim.id })
    expect(data).toMatchObject({ caseId: claim.id })
    expect(await claim.events({ since: began })).toHaveLength(1)
    await expect(claim.findEvent('case.created', { where: async () => true })).rejects.toThrow('is not async')
  })

  test('points at the line of what failed', async () => {
    await expect(await debitura.cases.create()).toBeClosed('Paid') // matcher
  })

  test('points at the line of what was refused', async () => {
    const refused = debitura.cases.create({ tag: 'mine' }) // refused
    await expect(refused).rejects.toBeInstanceOf(DebituraTestkitError)
    await refused
  })
`

const COMMON_JS = suite("const { DebituraTestkitError, useDebitura } = require('debitura-testkit/jest')")
const MODULE = suite("import { DebituraTestkitError, useDebitura } from 'debitura-testkit/jest'")
const TYPESCRIPT = suite(`
  import { beforeAll, beforeEach, expect, test } from '@jest/globals'
  import { DebituraTestkitError, type TestClient, useDebitura } from 'debitura-testkit/jest'
`).replace('let shared', 'let shared: TestClient')

async function run(
  files: Files,
  args: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
) {
  await using sandbox = await observedSandbox()
  using project = jestProject(files)
  const finished = await runJest(project, { args, variables: { ...sandbox.variables('jest'), ...variables } })
  return { ...finished, left: contentsOf(sandbox.world('jest')) }
}

describe.each<[string, string, string, () => ReturnType<typeof run>]>([
  ['CommonJS', 'a.test.js', COMMON_JS, () => run({ 'a.test.js': COMMON_JS })],
  [
    'ES modules',
    'a.test.mjs',
    MODULE,
    () =>
      run(
        { 'a.test.mjs': MODULE, 'b.test.js': `test('is in another worker', () => undefined)` },
        ['--testMatch=**/*.test.*', '--maxWorkers=2'],
        {
          NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
        },
      ),
  ],
  [
    'TypeScript by ts-jest',
    'a.test.ts',
    TYPESCRIPT,
    () =>
      run({
        'a.test.ts': TYPESCRIPT,
        'tsconfig.json': JSON.stringify({
          compilerOptions: {
            module: 'nodenext',
            target: 'es2022',
            isolatedModules: true,
            esModuleInterop: true,
          },
        }),
        'jest.config.js': `module.exports = {
          preset: 'debitura-testkit/jest',
          transform: { '\\\\.ts$': 'ts-jest' },
          injectGlobals: false,
        }`,
      }),
  ],
])('in a test of %s', (_, file, source, start) => {
  let scene: Awaited<ReturnType<typeof run>>
  beforeAll(async () => {
    scene = await start()
  })

  it('there is Debitura, and there are the matchers', () => {
    expect(scene.results && statusesOf(scene.results), scene.output).toMatchObject({
      [`${file} > has the matchers`]: 'passed',
      [`${file} > finds what beforeAll made`]: 'passed',
      [`${file} > takes values of its own realm`]: 'passed',
      [`${file} > points at the line of what failed`]: 'failed',
      [`${file} > points at the line of what was refused`]: 'failed',
    })
    expect(scene.exitCode).toBe(1)
  })

  it.each([
    ['matcher', 'points at the line of what failed', /to be closed as Paid, and it is in Pending/],
    ['refused', 'points at the line of what was refused', /bears the tag of this run, and no other/],
  ])('errors start at the line of the test: %s', (mark, name, message) => {
    const failure = scene.results ? failureOf(scene.results, name) : ''
    expect(failure).toMatch(message)
    const [first] = failure.split('\n').filter((line) => /^ +at /.test(line))
    expect(first).toContain(`${file}:${lineOf(source, mark)}:`)
  })

  it('nothing is left behind', () => {
    expect(scene.left).toEqual({ cases: [], clients: [], webhooks: [] })
    expect(scene.state).toEqual({})
    expect(scene.stderr).toContain('left nothing behind')
  })
})
