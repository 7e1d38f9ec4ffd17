import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectSteward } from '../../../src/kit/index.ts'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { gate } from '../../debitura/misbehaving-server.ts'
import { accountOf, draft, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { isBuilt, type StewardProcess, startSteward, variablesOf } from '../process/steward-process.ts'
import { contentsOf, foreignWorld, recoverIn, stateFolder } from './dead-run.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

type Urls = Pick<Sandbox, 'urls'>

/** A run that has made two cases, a client and a subscription. */
async function busy(steward: StewardProcess, place: Urls, world: string, options = {}) {
  const { address } = await steward.open(variablesOf(place, world), options)
  const worker = connectSteward(address)
  const scope = newScope()
  const client = await worker.call('createClient', scope, draft.client(), { sign: true })
  await worker.call('createCase', scope, accountOf(client), draft.case())
  await worker.call('createCase', scope, CREDITOR, draft.case())
  await worker.call('createWebhook', scope, CREDITOR, 'https://hook.example', ['case.closed'])
  return { address, worker }
}

async function kill(steward: StewardProcess): Promise<void> {
  steward.child.kill('SIGKILL')
  await steward.ended
}

const DELETED = { case: 2, client: 1, webhook: 3 }

describe.skipIf(!isBuilt)('when a steward was killed, the next run', () => {
  it('cleans up after it while its own tests go on, and says so', async () => {
    const { world, before } = foreignWorld(sandbox)
    await using first = startSteward()
    const { address } = await busy(first, sandbox, world)
    await kill(first)
    await using next = startSteward({}, first.directory)
    await next.open(variablesOf(sandbox, world))
    await vi.waitFor(() => expect(contentsOf(sandbox, world)).toBe(before), { timeout: 10_000 })
    next.endLease()
    const { code, report } = await next.ended
    expect(code).toBe(0)
    expect(report).toMatchObject({
      leftovers: [],
      notices: [],
      recovered: [{ tag: address.tag, deleted: DELETED }],
      tallies: { case: { made: 0 } },
    })
    expect(stateFolder(first.directory).journals()).toEqual([])
  })

  it('that is killed while it does so is recovered itself, with what it had taken over', async () => {
    const { world, before } = foreignWorld(sandbox)
    const deleting = gate()
    let holds = true
    await using between = await interpose(sandbox, async (passing) => {
      if (!(holds && passing.operation.endsWith('/is-deletable'))) return passing.pass()
      deleting.open()
    })
    await using first = startSteward()
    await busy(first, between, world)
    await kill(first)
    await using second = startSteward({}, first.directory)
    await busy(second, between, world)
    await deleting.opened
    await kill(second)
    holds = false
    await using third = startSteward({}, first.directory)
    await third.open(variablesOf(between, world))
    await vi.waitFor(() => expect(contentsOf(sandbox, world)).toBe(before), { timeout: 10_000 })
    third.endLease()
    const { report } = await third.ended
    expect(report?.recovered).toHaveLength(2)
    expect(stateFolder(first.directory).journals()).toEqual([])
  })

  it('shares the job with others that start at the same time', async () => {
    const { world, before } = foreignWorld(sandbox)
    await using first = startSteward()
    await busy(first, sandbox, world)
    await kill(first)
    await using second = startSteward({}, first.directory)
    await using third = startSteward({}, first.directory)
    await Promise.all([second, third].map((next) => next.open(variablesOf(sandbox, world))))
    await vi.waitFor(() => expect(contentsOf(sandbox, world)).toBe(before), { timeout: 10_000 })
    for (const next of [second, third]) next.endLease()
    const reports = await Promise.all([second.ended, third.ended])
    expect(reports.flatMap(({ report }) => report?.recovered)).toMatchObject([{ deleted: DELETED }])
    expect(reports.flatMap(({ report }) => report?.notices)).toEqual([])
  })

  it('leaves a run alone that is still going', async () => {
    const { world, before } = foreignWorld(sandbox)
    await using first = startSteward()
    await busy(first, sandbox, world)
    const during = contentsOf(sandbox, world)
    await using next = startSteward({}, first.directory)
    await next.open(variablesOf(sandbox, world))
    next.endLease()
    expect((await next.ended).report).toMatchObject({ recovered: [], notices: [] })
    expect(contentsOf(sandbox, world)).toBe(during)
    first.endLease()
    await first.ended
    expect(contentsOf(sandbox, world)).toBe(before)
  })

  it('with other keys says what it takes, and is no worse for it', async () => {
    const { world } = foreignWorld(sandbox)
    const other = foreignWorld(sandbox)
    await using first = startSteward()
    const { address } = await busy(first, sandbox, world)
    await kill(first)
    const left = contentsOf(sandbox, world)
    await using next = startSteward({}, first.directory)
    await next.open(variablesOf(sandbox, other.world))
    next.endLease()
    const { report } = await next.ended
    expect(report?.leftovers).toEqual([])
    expect(report?.notices).toEqual([
      expect.stringMatching(
        `${address.tag} was not recovered.*DEBITURA_CUSTOMER_API_KEY to the key that it had`,
      ),
    ])
    expect(contentsOf(sandbox, world)).toBe(left)
  })
})

describe.skipIf(!isBuilt)('a steward that cannot reach Debitura', () => {
  it('gives up after its deadline, and leaves its journal with a line that says why', async () => {
    const { world, before } = foreignWorld(sandbox)
    let answers = true
    await using between = await interpose(sandbox, (passing) => (answers ? passing.pass() : undefined))
    await using steward = startSteward()
    await busy(steward, between, world, { cleanupTimeout: 1 })
    answers = false
    const endedAt = performance.now()
    steward.endLease()
    const { report } = await steward.ended
    expect(performance.now() - endedAt).toBeLessThan(10_000)
    expect(report?.leftovers.length).toBeGreaterThan(0)
    const folder = stateFolder(steward.directory)
    expect(folder.lines().at(-1)).toEqual({
      result: expect.stringMatching(/^left over: .*the cleanup ran out of time/),
      at: expect.any(Number),
    })
    answers = true
    expect(await recoverIn(between, folder, world)).toMatchObject([{ outcome: 'recovered' }])
    expect(contentsOf(sandbox, world)).toBe(before)
  })
})

it.skipIf(!isBuilt || process.platform === 'win32')(
  'a disk that is full stops no test, and is mentioned once',
  async () => {
    const { world, before } = foreignWorld(sandbox)
    // No file may be longer than so many blocks of half a kilobyte: the journal is cut in the middle of a line.
    await using steward = startSteward({}, undefined, 'ulimit -f 2')
    await busy(steward, sandbox, world)
    steward.endLease()
    const { code, report } = await steward.ended
    expect(code).toBe(0)
    expect(report?.notices).toEqual([expect.stringMatching(/^Crash recovery is off: the journal .*EFBIG/)])
    expect(report?.leftovers).toEqual([])
    expect(contentsOf(sandbox, world)).toBe(before)
  },
)
