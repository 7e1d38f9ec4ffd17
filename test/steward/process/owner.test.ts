import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Report } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { freshWorld } from '../hosted.ts'
import { stateFolder } from '../recovery/dead-run.ts'
import { DIST, isAlive, isBuilt, variablesOf } from './steward-process.ts'

const OWNER = fileURLToPath(new URL('owner.mjs', import.meta.url))

let sandbox: Sandbox
let directory: string

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dbt-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** Starts a script that owns a run in a world of the sandbox, and ends in such a way. */
function own(world: string, ending: string) {
  const child = spawn(process.execPath, [OWNER, join(DIST, 'index.js'), ending], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, TMPDIR: directory, ...variablesOf(sandbox, world) },
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async <T>() => JSON.parse((await lines.next()).value ?? 'null') as T
  return { child, next, ended: once(child, 'close') }
}

/** Processes that another has started. */
function childrenOf({ pid }: ChildProcess): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
}

async function waitForNothing(world: string): Promise<void> {
  const view = sandbox.world(world)
  await vi.waitFor(() => expect([view.cases(), view.clients()]).toEqual([[], []]), { timeout: 10_000 })
}

describe.skipIf(!isBuilt)('a run whose owner', () => {
  it.skipIf(process.platform !== 'linux')(
    'is killed is cleaned up, and no process and no file of it stay',
    async () => {
      const world = freshWorld()
      const owner = own(world, 'is killed')
      await owner.next()
      const [steward = 0, ...others] = childrenOf(owner.child)
      expect(others).toEqual([])
      expect(sandbox.world(world).cases()).toHaveLength(2)
      owner.child.kill('SIGKILL')
      await owner.ended
      await waitForNothing(world)
      await vi.waitFor(() => expect(isAlive(steward)).toBe(false), { timeout: 10_000 })
      const [folder = ''] = readdirSync(directory)
      expect(readdirSync(join(directory, folder))).toEqual([])
    },
  )

  it.skipIf(process.platform !== 'linux')(
    'is killed, and whose client Debitura does not let go of, leaves a journal whose last line tells it',
    async () => {
      const world = freshWorld()
      const owner = own(world, 'is killed')
      const { externalTenantId } = await owner.next<{ externalTenantId: string }>()
      const [steward = 0] = childrenOf(owner.child)
      sandbox.world(world).faults.order({ kind: 'status', status: 403, operation: 'deleteClient' })
      owner.child.kill('SIGKILL')
      await owner.ended
      await vi.waitFor(() => expect(isAlive(steward)).toBe(false), { timeout: 20_000 })
      const left = stateFolder(directory)
      expect(left.journals()).toHaveLength(1)
      expect(readdirSync(left.path)).toHaveLength(1)
      expect(left.lines().at(-1)).toEqual({
        result: expect.stringMatching(`^left over: client ${externalTenantId} \\(.*403`),
        at: expect.any(Number),
      })
      expect(sandbox.world(world).cases()).toEqual([])
      expect(sandbox.world(world).clients()).toHaveLength(1)
    },
  )

  it.each(['exits', 'throws', 'forgets'])('%s without ending it is cleaned up', async (ending) => {
    const world = freshWorld()
    const owner = own(world, ending)
    await owner.next()
    const [code] = await owner.ended
    expect(code).toBe({ exits: 3, throws: 1, forgets: 0 }[ending])
    await waitForNothing(world)
  })

  it('ends it gets the report', async () => {
    const world = freshWorld()
    const owner = own(world, 'ends')
    const { externalTenantId } = await owner.next<{ externalTenantId: string }>()
    const report = await owner.next<Report>()
    expect(report.tallies).toMatchObject({ case: { made: 2, deleted: 2 }, client: { made: 1, deleted: 1 } })
    expect(externalTenantId).toMatch(/^sr-/)
    expect(await owner.ended).toEqual([0, null])
  })

  it.skipIf(process.platform !== 'linux')('loses its steward is told how to find what stays', async () => {
    const owner = own(freshWorld(), 'loses its steward')
    await owner.next()
    const error = await owner.next<{ code: string; message: string }>()
    expect(error.code).toBe('DBT_RUN_OVER')
    expect(error.message).toMatch(/may still be there.*DELETE \/test\/cases\?tag=suite-run-/)
    await owner.ended
  })

  it('was refused one can go on, and ends by itself', async () => {
    const owner = own(freshWorld(), 'refused')
    const error = await owner.next<{ code: string; message: string }>()
    expect(error.code).toBe('DBT_SETTINGS')
    expect(error.message).not.toContain('a-real-secret-key')
    expect(await owner.ended).toEqual([0, null])
  })

  it('cannot start a process hosts it itself, and is told what that means', async () => {
    const world = freshWorld()
    const owner = own(world, 'without a process')
    await owner.next()
    const report = await owner.next<Report>()
    expect(report.leftovers).toEqual([])
    expect(report.notices).toEqual([expect.stringContaining('Crash recovery is off')])
    expect(await owner.ended).toEqual([0, null])
    await waitForNothing(world)
  })
})
