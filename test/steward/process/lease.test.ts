import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../src/contract/index.ts'
import { connectSteward } from '../../../src/kit/index.ts'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { callAuthor } from '../../../src/steward/onboarding/author-signs.ts'
import { gate } from '../../debitura/misbehaving-server.ts'
import { accountOf, draft, failureOf, freshWorld, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { isBuilt, startSteward, variablesOf } from './steward-process.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const COUNTS = { case: { made: 2, deleted: 2 }, client: { made: 1, deleted: 1 } }

/** A run in a process of its own that has made a client and two cases. */
async function busyRun(world: string) {
  const process = startSteward()
  const { address } = await process.open(variablesOf(sandbox, world))
  const worker = connectSteward(address)
  const client = await worker.call('createClient', newScope(), draft.client(), { sign: true })
  await worker.call('createCase', newScope(), accountOf(client), draft.case())
  await worker.call('createCase', newScope(), CREDITOR, draft.case())
  return { process, worker, address }
}

describe.skipIf(!isBuilt)('the process of a run', () => {
  it('cleans up, reports and ends when its standard input does', async () => {
    const world = freshWorld()
    const { process, worker } = await busyRun(world)
    await using _ = process
    expect(sandbox.world(world).cases()).toHaveLength(2)
    process.endLease()
    const { code, report } = await process.ended
    expect(code).toBe(0)
    expect(report).toMatchObject({ environment: 'sandbox', leftovers: [], tallies: COUNTS })
    expect(process.complaints()).toBe('')
    expect(sandbox.world(world).cases()).toEqual([])
    expect(sandbox.world(world).clients()).toEqual([])
    expect((await failureOf(worker.call('createCase', newScope(), CREDITOR, draft.case()))).code).toBe(
      'DBT_RUN_OVER',
    )
  })

  it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'cleans up, reports and ends on %s',
    async (signal) => {
      const world = freshWorld()
      const { process } = await busyRun(world)
      await using _ = process
      process.child.kill(signal)
      const { code, report } = await process.ended
      expect(code).toBe(0)
      expect(report).toMatchObject({ leftovers: [], tallies: COUNTS })
      expect(sandbox.world(world).cases()).toEqual([])
    },
  )

  it('is told only once, however often', async () => {
    const { process } = await busyRun(freshWorld())
    await using _ = process
    process.child.kill('SIGTERM')
    process.child.kill('SIGINT')
    process.endLease()
    const { code, report } = await process.ended
    expect(code).toBe(0)
    expect(report?.tallies).toMatchObject(COUNTS)
  })

  it('leaves no file behind, and has a journal and a socket while it runs', async () => {
    const { process, address } = await busyRun(freshWorld())
    await using _ = process
    const [folder = ''] = readdirSync(process.directory)
    const files = readdirSync(join(process.directory, folder))
    expect(files).toHaveLength(2)
    expect(files).toContain(`run-${address.runId}.jsonl`)
    expect(files).toContainEqual(expect.stringMatching(/\.sock$/))
    process.endLease()
    await process.ended
    expect(readdirSync(join(process.directory, folder))).toEqual([])
  })

  it('waits for what is in flight when its lease ends', async () => {
    const world = freshWorld()
    const arrived = gate()
    const go = gate()
    await using between = await interpose(sandbox, async (passing) => {
      if (passing.operation === 'POST /cases') {
        arrived.open()
        await go.opened
      }
      await passing.pass()
    })
    await using process = startSteward()
    const { address } = await process.open(variablesOf(between, world))
    const making = failureOf(
      connectSteward(address).call('createCase', newScope(), CREDITOR, draft.case()),
    ).catch(() => undefined)
    await arrived.opened
    process.endLease()
    go.open()
    const { report } = await process.ended
    await making
    expect(report?.tallies.case).toMatchObject({ made: 1, deleted: 1 })
    expect(sandbox.world(world).cases()).toEqual([])
  })

  it('ends at once where it was never asked to open a run', async () => {
    await using process = startSteward()
    process.endLease()
    expect(await process.ended).toEqual({ code: 0, report: undefined })
  })

  it('refuses a key that Debitura does not know, and ends with its lease', async () => {
    await using process = startSteward()
    const variables = {
      ...variablesOf(sandbox, freshWorld()),
      DEBITURA_REFERRAL_API_KEY: 'a-real-secret-key',
    }
    const error = await failureOf(process.open(variables))
    expect(error.code).toBe('DBT_SETTINGS')
    expect(error.message).toContain('DEBITURA_REFERRAL_API_KEY')
    expect(error.message).not.toContain('a-real-secret-key')
    process.endLease()
    expect(await process.ended).toEqual({ code: 0, report: undefined })
  })

  it('starts a sandbox of its own where none is given, and hands out its keys', async () => {
    await using process = startSteward()
    const { address, sandboxKeys } = await process.open({})
    const me = await fetch(`${address.urls.customer}/me`, {
      headers: { XApiKey: sandboxKeys.customer ?? '' },
    })
    expect(me.status).toBe(200)
    process.endLease()
    expect((await process.ended).report).toMatchObject({ environment: 'sandbox', notices: [] })
  })

  it("hands out none of the author's keys", async () => {
    await using process = startSteward()
    const opened = await process.open(variablesOf(sandbox, freshWorld()))
    expect(opened.sandboxKeys).toEqual({})
  })

  it('cleans the scopes that are over when it is told that all of them are', async () => {
    const world = freshWorld()
    const { process, worker } = await busyRun(world)
    await using _ = process
    const [client] = sandbox.world(world).clients()
    process.channel.closeScopes()
    // The next to ask for the same client waits until it is reset, and gets another.
    const again = draft.client({ externalTenantId: client?.externalTenantId })
    const next = await worker.call('createClient', newScope(), again, { sign: true })
    expect(next.client.id).not.toBe(client?.creditorId)
    process.endLease()
    expect((await process.ended).report?.tallies.client).toMatchObject({ made: 2, deleted: 2 })
  })

  it.skipIf(process.platform !== 'linux')('shows no key among its arguments and variables', async () => {
    const world = freshWorld()
    const { process } = await busyRun(world)
    await using _ = process
    for (const file of ['cmdline', 'environ']) {
      expect(readFileSync(`/proc/${process.pid}/${file}`, 'utf8')).not.toContain(sandboxKey(world))
    }
  })
})

describe.skipIf(!isBuilt)('completing an onboarding', () => {
  const completeOnboarding = async () => undefined

  it('is asked of whoever holds the lease', async () => {
    const asked: { url: string; client: Client }[] = []
    await using process = startSteward({
      async completeOnboarding(url, client) {
        asked.push({ url, client })
        await fetch(url, { method: 'POST', redirect: 'manual' })
      },
    })
    const { address } = await process.open(variablesOf(sandbox, freshWorld()), { completeOnboarding })
    const worker = connectSteward(address)
    const client = await worker.call('createClient', newScope(), draft.client(), { sign: true })
    expect(client.onboardingDone).toBe(true)
    expect(asked).toMatchObject([
      { client: { externalTenantId: client.externalTenantId, onboardingDone: false } },
    ])
    expect(asked[0]?.url).toBe(asked[0]?.client.onboardingLinks?.url)
  })

  it('that fails is an error in the test, in the words of the failure, and the client is reset', async () => {
    const world = freshWorld()
    await using process = startSteward({
      completeOnboarding: (url, client) =>
        callAuthor(() => Promise.reject(new Error('The button was not there.')), { url, client }),
    })
    const { address } = await process.open(variablesOf(sandbox, world), { completeOnboarding })
    const making = connectSteward(address).call('createClient', newScope(), draft.client(), { sign: true })
    const error = await failureOf(making)
    expect(error.code).toBe('DBT_ONBOARDING')
    expect(error.message).toContain('The button was not there.')
    process.endLease()
    expect((await process.ended).report?.tallies.client).toMatchObject({ made: 1, deleted: 1 })
    expect(sandbox.world(world).clients()).toEqual([])
  })

  it('that never comes to an end does not keep the run from ending', async () => {
    const asked = gate()
    await using process = startSteward({
      completeOnboarding: () => {
        asked.open()
        return new Promise(() => undefined)
      },
    })
    const { address } = await process.open(variablesOf(sandbox, freshWorld()), { completeOnboarding })
    const making = failureOf(
      connectSteward(address).call('createClient', newScope(), draft.client(), { sign: true }),
    )
    await asked.opened
    process.endLease()
    expect((await process.ended).report?.tallies.client).toMatchObject({ made: 1, deleted: 1 })
    expect(await making).toMatchObject({ code: 'DBT_RUN_OVER' })
  })
})

it.skipIf(!isBuilt)('a line that is no message on its standard input does not end it', async () => {
  const { process, worker } = await busyRun(freshWorld())
  await using _ = process
  process.child.stdin?.write('not a message\n')
  await worker.call('createCase', newScope(), CREDITOR, draft.case())
  process.endLease()
  expect((await process.ended).code).toBe(0)
})
