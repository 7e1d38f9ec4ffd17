import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { isBuilt, run } from './command.ts'

describe.skipIf(!isBuilt)('debitura-testkit', () => {
  it.each(['--version', '-v'])('%s says its version', async (flag) => {
    const { code, stdout, stderr } = await run(flag)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(packageJson.version)
  })

  it.each([['--help'], ['-h'], []])('%s says which commands there are', async (...flags) => {
    const { code, stdout, stderr } = await run(...flags)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('sandbox')
  })

  it('sandbox --help says which options there are', async () => {
    const { code, stdout } = await run('sandbox', '--help')
    expect(code).toBe(0)
    for (const option of ['--port', '--environment', '--rate-limits']) expect(stdout).toContain(option)
  })

  it.each([
    [['sweeep'], /^There is no command 'sweeep'\. See debitura-testkit --help\.\n$/],
    [['sandbox', '--prot', '4010'], /Unknown option `--prot`/],
    [['sandbox', '--port'], /--port/],
    [['sandbox', '--port', 'http'], /`port` to be 0, or 1 to 65533/],
    [['sandbox', '--port', '65534'], /`port` to be 0, or 1 to 65533/],
    [['sandbox', '--port', '-1'], /`-1`/],
    [['sandbox', '--port', '40.5'], /`port` to be 0, or 1 to 65533/],
    [['sandbox', '--environment', 'staging'], /'test' or 'production', and got 'staging'/],
  ])('refuses %j in one line, and fails', async (given, line) => {
    const { code, stdout, stderr } = await run(...given)
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(line)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})
