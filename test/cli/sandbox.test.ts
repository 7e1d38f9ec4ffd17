import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { isBuilt, run, start } from './command.ts'

/** A sandbox that says that it listens. */
async function listening(...flags: string[]) {
  const command = start('sandbox', '--port', '0', ...flags)
  await vi.waitFor(() => expect(command.texts.stdout).toContain('Ctrl-C'), { timeout: 10_000 })
  const variable = (name: string) => new RegExp(`export ${name}=(\\S+)`).exec(command.texts.stdout)?.[1] ?? ''
  return { ...command, variable }
}

describe.skipIf(!isBuilt)('debitura-testkit sandbox', () => {
  it('says how to reach it, and answers there', async () => {
    await using command = await listening()
    for (const api of ['CUSTOMER', 'REFERRAL', 'COLLECTION_PARTNER']) {
      const url = command.variable(`DEBITURA_${api}_API_URL`)
      const response = await fetch(`${url}/me`, {
        headers: { XApiKey: command.variable(`DEBITURA_${api}_API_KEY`) },
      })
      expect([url.startsWith('http://127.0.0.1:'), response.status]).toEqual([true, 200])
    }
    expect(command.texts.stderr).toBe('')
  })

  it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT'] as const)(
    'stops on %s, though somebody is still connected',
    async (signal) => {
      await using command = await listening()
      const url = command.variable('DEBITURA_CUSTOMER_API_URL')
      await fetch(`${url}/me`)
      command.child.kill(signal)
      expect(await command.ended).toMatchObject({ code: 0, stderr: '' })
      await expect(fetch(`${url}/me`)).rejects.toThrow()
    },
  )

  it('is what it is told to be', async () => {
    await using command = await listening('--environment', 'production', '--rate-limits')
    const url = command.variable('DEBITURA_REFERRAL_API_URL')
    const response = await fetch(`${url}/clients/acme/is-deletable`, {
      headers: { XApiKey: 'sandbox-default' },
    })
    expect(response.status).toBe(403)
  })

  it('chooses as it is told to, and refuses what is no choice', async () => {
    await using command = await listening(
      '--behaviour',
      'naiveTimestamps=false',
      '--behaviour',
      'eventWords=label',
    )
    const url = command.variable('DEBITURA_CUSTOMER_API_URL')
    const chosen = await (await fetch(`${url}/_sandbox/worlds/w/behaviours`)).json()
    expect(chosen).toMatchObject({ naiveTimestamps: false, eventWords: 'label' })
    const { code, stderr } = await run('sandbox', '--port', '0', '--behaviour', 'nonsense')
    expect([code, stderr]).toEqual([1, expect.stringContaining("there is no behaviour 'nonsense'")])
  })

  it('says in one line that its port is taken, and fails', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const { code, stdout, stderr } = await run('sandbox', '--port', String(port))
    await new Promise((resolve) => taken.close(resolve))
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(new RegExp(`^Failed to open port ${port} on 127\\.0\\.0\\.1.*0 takes any`))
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})
