import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { renameSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import {
  formatProcess,
  identifyProcess,
  livenessOf,
  parseProcess,
} from '../../../src/steward/journal/process-identity.ts'
import { draft, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { contentsOf, DEAD, doomedRun, folder, foreignWorld, recoverIn } from './dead-run.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe('a process', () => {
  it('is alive as long as it runs, and dead afterwards', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    await once(child, 'spawn')
    const identity = identifyProcess(child.pid)
    expect(await livenessOf(identity)).toBe('alive')
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(await livenessOf(identity)).toBe('dead')
  })

  it('is not another that has its pid now', async () => {
    expect(await livenessOf(identifyProcess())).toBe('alive')
    expect(await livenessOf(DEAD)).toBe('dead')
  })

  it('of an earlier boot is dead, of another machine nobody knows', async () => {
    const here = identifyProcess()
    expect(await livenessOf({ ...here, boot: 'earlier' })).toBe('dead')
    expect(await livenessOf({ ...here, boot: 'another', host: 'another' })).toBe('unknown')
  })

  it('of which the pid says too little is told by its socket', async () => {
    using place = folder()
    const path = join(place.path, 'a.sock')
    const elsewhere = { ...identifyProcess(), pidNamespace: '7' }
    const nameless = { ...identifyProcess(), started: '' }
    expect(await livenessOf(elsewhere)).toBe('unknown')
    expect(await livenessOf(nameless)).toBe('alive')
    expect(await livenessOf(elsewhere, path)).toBe('dead')
    expect(await livenessOf(nameless, path)).toBe('dead')
    const server = createServer().listen(path)
    await once(server, 'listening')
    expect(await livenessOf(elsewhere, path)).toBe('alive')
    expect(await livenessOf(nameless, path)).toBe('alive')
    server.close()
  })

  it('fits into the name of a file, and comes back', () => {
    const here = identifyProcess()
    expect(formatProcess(here)).toMatch(/^[\w.]{1,100}$/)
    expect(parseProcess(formatProcess(here))).toEqual(here)
    expect(parseProcess('anything else')).toBeUndefined()
  })
})

it.each(['first', 'second', 'third'])(
  'several recoveries at once make each call once (%s time)',
  async () => {
    using place = folder()
    const { world, before } = foreignWorld(sandbox)
    await using between = await interpose(sandbox, (passing) => passing.pass())
    const runs = Array.from({ length: 3 }, () => doomedRun(between, place, world))
    for (const { steward } of runs) {
      await steward.createCase(newScope(), CREDITOR, draft.case())
      await steward.createClient(newScope(), draft.client(), { sign: false })
    }
    const recoveries = await Promise.all(Array.from({ length: 5 }, () => recoverIn(between, place, world)))
    expect(recoveries.flat().filter(({ outcome }) => outcome === 'recovered')).toHaveLength(3)
    expect(
      new Set(recoveries.flat().map((one) => (one.outcome === 'untouched' ? one.why : one.outcome))),
    ).toEqual(
      new Set([
        'recovered',
        ...recoveries.flat().flatMap((one) => (one.outcome === 'untouched' ? ['being-recovered'] : [])),
      ]),
    )
    expect(between.seen.filter((operation) => operation.startsWith('DELETE /clients/'))).toHaveLength(3)
    expect(contentsOf(sandbox, world)).toBe(before)
    expect(place.journals()).toEqual([])
    for (const run of runs) await run[Symbol.asyncDispose]()
  },
)

it.each([
  ['alive', identifyProcess(), 'being-recovered'],
  ['dead', DEAD, undefined],
] as const)('a journal whose claimer is %s', async (_, claimer, why) => {
  using place = folder()
  const { world, before } = foreignWorld(sandbox)
  await using run = doomedRun(sandbox, place, world)
  await run.steward.createCase(newScope(), CREDITOR, draft.case())
  const { runId } = run.identity
  renameSync(
    join(place.path, `run-${runId}.jsonl`),
    join(place.path, `run-${runId}.claimed-${formatProcess(claimer)}-12345678.jsonl`),
  )
  const [recovery] = await recoverIn(sandbox, place, world)
  if (why) expect(recovery).toMatchObject({ outcome: 'untouched', why })
  else expect(recovery).toMatchObject({ outcome: 'recovered', counts: { case: 1 } })
  expect(contentsOf(sandbox, world) === before).toBe(why === undefined)
})
