import { describe, expect, it } from 'vitest'
import { inlineProject, observedSandbox, pluginConfig, runVitest } from '../harness/index.ts'

/** A key, or what somebody takes for one. */
const SECRET = 'PLANTED-key-7f3a'
const TEST = 'DEBITURA_ENVIRONMENT'
const KEY = 'DEBITURA_CUSTOMER_API_KEY'
const URL = 'DEBITURA_CUSTOMER_API_URL'

const neverRuns = {
  'a.test.ts': "import { test } from 'debitura-testkit/vitest'; test('never runs', () => undefined)",
}
const codeIn = (output: string) => /code: '(\w+)'/.exec(output)?.[1]

describe('variables', () => {
  const notAllowed = (environment: string, places: string, why: string) =>
    `Failed to use the URL of the Customer API: in the environment \`${environment}\` keys go to ${places} only, and ${why}. ` +
    `Correct ${URL} or the setting that it stands for, or choose another environment: DEBITURA_ENVIRONMENT=sandbox takes those on loopback.`
  const inTest = (why: string) => notAllowed('test', 'https://testcustomer-api.debitura.com', why)

  it.each([
    [
      'an unknown environment',
      { [TEST]: 'staging' },
      'Failed to read the settings of the run: DEBITURA_ENVIRONMENT is "staging". Set it to one of sandbox, test, production, or unset it.',
    ],
    [
      'a real environment without a key',
      { [TEST]: 'test' },
      'Failed to read the settings of the run: the environment is `test`, and there is no key for any of its APIs. ' +
        'Set DEBITURA_CUSTOMER_API_KEY, or DEBITURA_REFERRAL_API_KEY; ' +
        'or unset DEBITURA_ENVIRONMENT to run in the sandbox, which needs no key.',
    ],
    [
      'a flag that is none',
      { DEBITURA_KEEP: 'yes' },
      'Failed to read the settings of the run: DEBITURA_KEEP is "yes". Set it to one of 1, 0, true, false, or unset it.',
    ],
    [
      'a sandbox beyond loopback',
      { [URL]: 'https://sandbox.example.com', [KEY]: SECRET },
      notAllowed(
        'sandbox',
        'loopback (127.0.0.0/8, localhost, [::1])',
        'https://sandbox.example.com is not one of them',
      ),
    ],
    [
      'a host that is not on the list',
      { [TEST]: 'test', [KEY]: SECRET, [URL]: 'https://testcustomer-api.debitura.com.example.com' },
      inTest('https://testcustomer-api.debitura.com.example.com is not one of them'),
    ],
    [
      'the host of another environment',
      { [TEST]: 'test', [KEY]: SECRET, [URL]: 'https://customer-api.debitura.com' },
      inTest('https://customer-api.debitura.com is not one of them'),
    ],
    [
      'a URL that is not https',
      { [TEST]: 'test', [KEY]: SECRET, [URL]: 'http://testcustomer-api.debitura.com' },
      inTest('http://testcustomer-api.debitura.com is not one of them'),
    ],
    [
      'a URL with a password',
      { [TEST]: 'test', [KEY]: SECRET, [URL]: `https://me:${SECRET}@testcustomer-api.debitura.com` },
      inTest('it has a user, a path, a query or a fragment'),
    ],
  ])('refuses %s before anything is sent', async (_, variables, message) => {
    using project = inlineProject(neverRuns)
    const run = await runVitest(project, { variables })
    expect(run.exitCode, run.output).toBe(1)
    expect(run.output).toContain(message)
    expect(codeIn(run.output)).toBe(message.includes('URL of') ? 'DBT_HOST_NOT_ALLOWED' : 'DBT_SETTINGS')
    // Not the kit's own code, which would be of no use to anybody.
    expect(run.output).not.toContain('❯')
    expect(run.output).not.toContain(SECRET)
    expect(run.results?.tests ?? []).toEqual([])
    expect(run.state).toEqual({})
  })
})

describe('options', () => {
  it.each([
    [
      "{ environment: 'staging' }",
      'option `environment`: Invalid type: Expected ("sandbox" | "test" | "production") but received "staging"',
    ],
    [
      `{ customerKey: '${SECRET}' }`,
      'there is no option `customerKey`; there are environment, customerApiKey, ',
    ],
    ["{ keep: 'yes' }", 'option `keep`: Invalid type: Expected boolean but received "yes"'],
    ["{ customerApiKey: '' }", 'option `customerApiKey`: Expected a key, got an empty text'],
  ])('refuses %s at the line of the config', async (options, why) => {
    using project = inlineProject({ ...neverRuns, 'vitest.config.ts': pluginConfig({ options }) })
    const run = await runVitest(project)
    expect(run.exitCode).toBe(1)
    expect(run.output).toContain(`Failed to read the options of debitura-testkit: ${why}`)
    expect(codeIn(run.output)).toBe('DBT_SETTINGS')
    expect(/^ +at (.*)$/m.exec(run.output)?.[1]).toMatch(/vitest\.config\.ts/)
    expect(run.output).not.toContain(SECRET)
  })
})

describe('a key that the sandbox does not know', () => {
  it('is refused at the start, and leaves neither a run nor a process', async () => {
    await using sandbox = await observedSandbox()
    using project = inlineProject(neverRuns)
    const run = await runVitest(project, {
      variables: { ...sandbox.variables('wrong'), DEBITURA_REFERRAL_API_KEY: SECRET },
    })
    expect(run.exitCode).toBe(1)
    expect(run.output).toContain(
      'Failed to start the run: the Referral Partner API of the environment `sandbox` does not know the key that it was given. ' +
        'Check DEBITURA_REFERRAL_API_KEY: keys of one environment do not work in another.',
    )
    expect(codeIn(run.output)).toBe('DBT_SETTINGS')
    expect(run.output).not.toContain(SECRET)
    // Something that keeps the process alive is what Vitest would complain of.
    expect(run.output).not.toMatch(/timed out|prevents/)
    expect(run.results?.tests ?? []).toEqual([])
    expect(run.state).toEqual({})
  })
})
