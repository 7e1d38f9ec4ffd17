import { existsSync, lstatSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectSteward } from '../../../src/kit/index.ts'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { removeDeadSockets } from '../../../src/steward/dead-sockets.ts'
import { draft, freshWorld, newScope } from '../hosted.ts'
import { isBuilt, startSteward, variablesOf } from './steward-process.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** Makes a file seem older than it is. */
function age(path: string): void {
  const then = Date.now() / 1000 - 120
  utimesSync(path, then, then)
}

describe.skipIf(!isBuilt || process.platform === 'win32')('the socket of a run', () => {
  it('that was killed is removed by the next, unless it is new', async () => {
    const variables = variablesOf(sandbox, freshWorld())
    await using killed = startSteward()
    await using another = startSteward({}, killed.directory)
    const sockets = await Promise.all(
      [killed, another].map(async (process) => (await process.open(variables)).address.socket),
    )
    for (const { child, ended } of [killed, another]) {
      child.kill('SIGKILL')
      await ended
    }
    const [old = '', young = ''] = sockets
    age(old)
    await using next = startSteward({}, killed.directory)
    await next.open(variables)
    await vi.waitFor(() => expect(existsSync(old)).toBe(false), { timeout: 10_000 })
    expect(existsSync(young)).toBe(true)
    next.endLease()
    expect([(await next.ended).code, next.complaints()]).toEqual([0, ''])
  })

  it('that goes on, however old, stays and works', async () => {
    await using process = startSteward()
    const { address } = await process.open(variablesOf(sandbox, freshWorld()))
    age(address.socket)
    await removeDeadSockets(dirname(address.socket))
    await connectSteward(address).call('createCase', newScope(), CREDITOR, draft.case())
    process.endLease()
    expect((await process.ended).report?.tallies.case).toMatchObject({ made: 1, deleted: 1 })
  })

  it('is all that is removed: no other file, folder or link, and no socket of another name', async () => {
    await using killed = startSteward()
    const { address } = await killed.open(variablesOf(sandbox, freshWorld()))
    killed.child.kill('SIGKILL')
    await killed.ended
    const place = dirname(address.socket)
    const others = ['a-file', 'a-folder', 'a-link'].map((name) => join(place, `${name.padEnd(16, '_')}.sock`))
    const [file = '', folder = '', link = ''] = others
    writeFileSync(file, '')
    mkdirSync(folder)
    for (const path of [file, folder, address.socket]) age(path)
    symlinkSync(address.socket, link)
    await removeDeadSockets(place)
    expect(existsSync(address.socket)).toBe(false)
    expect([file, folder].map((path) => existsSync(path))).toEqual([true, true])
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
  })

  it('is looked for in vain where there is no folder, which nobody hears of', async () => {
    await expect(removeDeadSockets('/nowhere')).resolves.toBeUndefined()
  })
})
