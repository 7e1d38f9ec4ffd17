import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { freshWorld } from '../steward/hosted.ts'
import { interpose } from '../steward/interposed.ts'
import { ForgottenRun, others } from '../sweep/swept.ts'
import { isBuilt, runWith, startWith } from './command.ts'

let sandbox: Sandbox
let journals: string

beforeAll(async () => {
  sandbox = await createSandbox()
  journals = mkdtempSync(join(tmpdir(), 'sweep-'))
})
afterAll(async () => {
  await sandbox.close()
  rmSync(journals, { recursive: true })
})

/** A world in which a run left a case and a client five hours ago, and the variables that lead there. */
async function forgotten(urls: Sandbox['urls'] = sandbox.urls) {
  const world = freshWorld()
  const view = sandbox.world(world)
  const run = new ForgottenRun(sandbox, world)
  view.seedCase({ isTest: true })
  run.leaveCase(run.leaveClient())
  run.leaveCase()
  await view.clock.moveForward('5h')
  const variables = {
    TMPDIR: journals,
    DEBITURA_CUSTOMER_API_URL: urls.customer,
    DEBITURA_REFERRAL_API_URL: urls['referral-partner'],
    DEBITURA_CUSTOMER_API_KEY: `sandbox-${world}`,
    DEBITURA_REFERRAL_API_KEY: `sandbox-${world}`,
  }
  return { view, run, variables, foreign: others(view, [run]) }
}

describe.skipIf(!isBuilt)('debitura-testkit sweep --remote', () => {
  it('shows what it would delete, exits with 1, and deletes nothing', async () => {
    const { view, variables, run } = await forgotten()
    const before = others(view, [])
    const { code, stdout } = await runWith(variables, 'sweep', '--remote')
    expect(code).toBe(1)
    expect(stdout).toMatch(/1 case +creditor +\S+ +5\.0 h +older than 3\.0 h +delete by tag/)
    expect(stdout).toMatch(/1 client +referral-partner .* reset/)
    expect(stdout).toContain(run.identity.runId)
    expect(stdout).toMatch(/3 to delete\. This was a dry run: add --yes/)
    expect(stdout).toMatch(/\d+ calls, \d+ the least possible/)
    expect(others(view, [])).toEqual(before)
  })

  it('deletes it with --yes, exits with 0, and finds nothing the next time', async () => {
    const { view, variables, foreign } = await forgotten()
    const first = await runWith(variables, 'sweep', '--remote', '--yes')
    expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('3 deleted, nothing left')])
    expect(others(view, [])).toEqual(foreign)
    const second = await runWith(variables, 'sweep', '--remote')
    expect([second.code, second.stdout]).toEqual([0, expect.stringContaining('nothing to sweep')])
  })

  it('leaves alone what is younger than --older-than', async () => {
    const { view, variables } = await forgotten()
    const before = others(view, [])
    const { code, stdout } = await runWith(variables, 'sweep', '--remote', '--yes', '--older-than', '6h')
    expect([code, stdout]).toEqual([0, expect.stringContaining('too young')])
    expect(others(view, [])).toEqual(before)
  })

  it('exits with 1 where something could not be deleted, and says why', async () => {
    const { view, variables } = await forgotten()
    const [client] = view.clients()
    view.setBlockers(client?.externalTenantId ?? '', { unpaidCommission: true })
    const { code, stdout } = await runWith(variables, 'sweep', '--remote', '--yes')
    expect(code).toBe(1)
    expect(stdout).toMatch(/reset: left over/)
    expect(stdout).toContain(`these    ${client?.externalTenantId}`)
    expect(stdout).toMatch(/because {2}.*commission/)
  })

  it('writes JSON, and nothing else, with --json', async () => {
    const { variables } = await forgotten()
    const { stdout } = await runWith(variables, 'sweep', '--remote', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      environment: 'sandbox',
      dryRun: true,
      journals: [],
      remote: { lines: [{ kind: 'case' }, { kind: 'case' }, { kind: 'client' }], interrupted: false },
    })
  })

  it.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends on %s after the call in flight, and says what is left', async (signal, exitCode) => {
    let letGo: () => void = expect.unreachable
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    let deletes = 0
    await using between = await interpose(sandbox, async (passing) => {
      if (passing.method === 'DELETE') {
        deletes += 1
        await held
      }
      await passing.pass()
    })
    const { view, variables, foreign } = await forgotten(between.urls)
    await using command = startWith(variables, 'sweep', '--remote', '--yes')
    await vi.waitFor(() => expect(deletes).toBeGreaterThan(0), { timeout: 15_000 })
    command.child.kill(signal)
    await vi.waitFor(() => expect(command.texts.stderr).toContain('stopping after'), { timeout: 5_000 })
    letGo()
    const { code, stdout } = await command.ended
    expect([code, stdout]).toEqual([exitCode, expect.stringMatching(/stopped: \d deleted, \d left/)])
    expect(view.cases().length).toBeLessThan(3)
    expect((await runWith(variables, 'sweep', '--remote', '--yes')).code).toBe(0)
    expect(others(view, [])).toEqual(foreign)
  })
})

describe.skipIf(!isBuilt)('debitura-testkit sweep refuses in one line, and exits with 2:', () => {
  const sandboxAt = (url: string) => ({
    DEBITURA_CUSTOMER_API_URL: url,
    DEBITURA_CUSTOMER_API_KEY: 'sandbox-default',
  })

  it.each<[string, string[], RegExp]>([
    ['an unknown option', ['--older', '3h'], /Unknown option `--older`/],
    ['a key that is typed', ['--customer-api-key', 'secret'], /Unknown option/],
    ['an age without a unit', ['--remote', '--older-than', '3'], /not an age with its unit.*90m, 3h or 2d/],
    ['an age that is missing', ['--remote', '--older-than'], /older-than/],
    ['a word too many', ['everything'], /everything/],
    [
      'missing keys',
      ['--remote', '--environment', 'test'],
      /DEBITURA_CUSTOMER_API_KEY \(Customer API: the creditor's cases/,
    ],
    ['production from a variable alone', ['--yes'], /--environment production/],
  ])('%s', async (name, flags, message) => {
    const live: Record<string, string> = name.startsWith('production')
      ? { DEBITURA_ENVIRONMENT: 'production', DEBITURA_CUSTOMER_API_KEY: 'live-key-1' }
      : {}
    const { code, stdout, stderr } = await runWith({ TMPDIR: journals, ...live }, 'sweep', ...flags)
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)])
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('a host that nobody answers at', async () => {
    const gone = await createSandbox()
    await gone.close()
    const { code, stderr } = await runWith(
      { TMPDIR: journals, ...sandboxAt(gone.urls.customer) },
      'sweep',
      '--remote',
    )
    expect([code, stderr]).toEqual([2, expect.stringContaining(new URL(gone.urls.customer).host)])
  })

  it('a key that is not known there', async () => {
    const server = createServer((_, response) => response.writeHead(401).end('{"error":"Unauthorized"}'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const variables = { TMPDIR: journals, ...sandboxAt(`http://127.0.0.1:${port}`) }
    const { code, stderr } = await runWith(variables, 'sweep', '--remote')
    await new Promise((resolve) => server.close(resolve))
    expect([code, stderr]).toEqual([2, expect.stringContaining('DEBITURA_CUSTOMER_API_KEY')])
    expect(stderr).not.toContain('sandbox-default')
  })
})
