import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectSteward, type StewardClient } from '../../../src/kit/index.ts'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { gate } from '../../debitura/misbehaving-server.ts'
import { accountOf, draft, failureOf, newScope } from '../hosted.ts'
import { interpose, type Passing } from '../interposed.ts'
import { isBuilt, type StewardProcess, startSteward, variablesOf } from '../process/steward-process.ts'
import { contentsOf, foreignWorld, recoverIn, stateFolder } from './dead-run.ts'

/** What is waited for comes at once, unless the machine is busy. */
const PATIENCE = { timeout: 10_000 }

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** What makes one thing, by the operation that does. */
const MAKES = {
  'POST /cases': (worker: StewardClient) => worker.call('createCase', newScope(), CREDITOR, draft.case()),
  'POST /clients': (worker: StewardClient) =>
    worker.call('createClient', newScope(), draft.client(), { sign: false }),
  'POST /webhooks': (worker: StewardClient) =>
    worker.call('createWebhook', newScope(), CREDITOR, 'https://hook.example', ['case.closed']),
}
type Creating = keyof typeof MAKES
const CREATING = Object.keys(MAKES) as Creating[]

/** A steward in a process of its own, between which and the sandbox a test stands, in a world of somebody else. */
async function doomed(meddle: (passing: Passing, kill: () => Promise<void>) => void | Promise<void>) {
  const { world, before } = foreignWorld(sandbox)
  const steward = startSteward()
  const kill = async () => {
    steward.child.kill('SIGKILL')
    await steward.ended
  }
  let isDead = false
  void steward.ended.then(() => {
    isDead = true
  })
  const between = await interpose(sandbox, (passing) => (isDead ? passing.pass() : meddle(passing, kill)))
  // Each kind is made by the test itself, and nothing beside it.
  const { address } = await steward.open(variablesOf(between, world), { webhooks: false })
  const worker = connectSteward(address)
  const folder = stateFolder(steward.directory)
  return {
    world,
    before,
    steward,
    between,
    worker,
    folder,
    kill,
    /** Recovers as the next run would, and looks whether all is as it was. */
    async expectRecovery() {
      await steward.ended
      expect(folder.journals()).toHaveLength(1)
      expect(await recoverIn(between, folder, world, { graceMs: 50 })).toMatchObject([
        { outcome: 'recovered', leftovers: [], damaged: 0 },
      ])
      expect(contentsOf(sandbox, world)).toBe(before)
      expect(folder.journals()).toEqual([])
      expect(await recoverIn(between, folder, world)).toEqual([])
    },
    async [Symbol.asyncDispose]() {
      await steward[Symbol.asyncDispose]()
      await between[Symbol.asyncDispose]()
    },
  }
}

/** Has the answer arrive at a process that can no longer read it. */
async function answerUnread(passing: Passing, { child }: StewardProcess, kill: () => Promise<void>) {
  child.kill('SIGSTOP')
  await passing.pass()
  await kill()
}

describe.skipIf(!isBuilt || process.platform === 'win32').each(CREATING)(
  'a steward that is killed around %s',
  (operation) => {
    const make = MAKES[operation]

    it('before its intent', async () => {
      await using run = await doomed((passing) => passing.pass())
      await run.kill()
      await run.expectRecovery()
    })

    it('after its intent, before its request', async () => {
      // A rate limit shuts the gate for whoever comes next.
      const refuse = { statusCode: 429, retryAfter: 60 }
      await using run = await doomed((passing) =>
        passing.operation === 'GET /clients/any' || passing.operation === 'GET /cases/any'
          ? passing.answer(429, refuse)
          : passing.pass(),
      )
      const shut =
        operation === 'POST /clients'
          ? run.worker.call('getClient', 'any')
          : run.worker.call('getCase', CREDITOR, 'any')
      shut.catch(() => undefined)
      await vi.waitFor(() => expect(run.between.seen).toContainEqual(expect.stringMatching(/any$/)), PATIENCE)
      make(run.worker).catch(() => undefined)
      await vi.waitFor(() => expect(run.folder.lines().at(-1)).toHaveProperty('intent'), PATIENCE)
      await run.kill()
      expect(run.between.seen).not.toContain(operation)
      await run.expectRecovery()
    })

    it('when its request is sent, and never carried out', async () => {
      await using run = await doomed((passing, kill) =>
        passing.operation === operation ? kill() : passing.pass(),
      )
      await failureOf(make(run.worker))
      await run.expectRecovery()
    })

    it('when it is carried out, and unanswered', async () => {
      await using run = await doomed((passing, kill) =>
        passing.operation === operation ? passing.swallow().then(kill) : passing.pass(),
      )
      await failureOf(make(run.worker))
      await run.expectRecovery()
    })

    it('when it is answered, before its outcome is written', async () => {
      await using run = await doomed((passing, kill) =>
        passing.operation === operation ? answerUnread(passing, run.steward, kill) : passing.pass(),
      )
      await failureOf(make(run.worker))
      expect(run.folder.lines().at(-1)).toHaveProperty('intent')
      await run.expectRecovery()
    })

    it('after its outcome', async () => {
      await using run = await doomed((passing) => passing.pass())
      await make(run.worker)
      expect(run.folder.lines().at(-1)).toMatchObject({ outcome: 'made' })
      await run.kill()
      await run.expectRecovery()
    })

    it('when its request is on its way, and arrives while the run is being recovered', async () => {
      const looked = gate()
      let late: Promise<void> | undefined
      const looksFor = {
        'POST /cases': 'DELETE /test/cases',
        'POST /clients': 'GET /clients/',
        'POST /webhooks': 'GET /webhooks',
      }
      await using run = await doomed(async (passing, kill) => {
        if (passing.operation !== operation) return passing.pass()
        await kill()
        late = looked.opened.then(() => passing.pass())
      })
      await failureOf(make(run.worker))
      const recovering = recoverIn(run.between, run.folder, run.world, { graceMs: 1_000 })
      await vi.waitFor(
        () => expect(run.between.seen).toContainEqual(expect.stringMatching(`^${looksFor[operation]}`)),
        PATIENCE,
      )
      // It was answered by the time that its lines, or the want of them, are written.
      await vi.waitFor(() => expect(run.folder.lines().at(-1)).toHaveProperty('claimed'), PATIENCE)
      looked.open()
      await late
      expect(await recovering).toMatchObject([{ outcome: 'recovered' }])
      expect(run.folder.journals()).toEqual([])
      expect(contentsOf(sandbox, run.world)).toBe(run.before)
    })
  },
)

/** The calls of a cleanup, in the order in which each track makes them. */
const CLEANING = ['DELETE /webhooks/', 'DELETE /test/cases', 'GET /clients/', 'DELETE /clients/'] as const

describe.skipIf(!isBuilt || process.platform === 'win32').each(CLEANING)(
  'a steward that is killed around %s of its cleanup',
  (operation) => {
    /** A run that has made one of everything, and is over. */
    async function ending(
      atTheCall: (passing: Passing, kill: () => Promise<void>, steward: StewardProcess) => Promise<void>,
    ) {
      let isOver = false
      const run = await doomed((passing, kill) =>
        isOver && passing.operation.startsWith(operation)
          ? atTheCall(passing, kill, run.steward)
          : passing.pass(),
      )
      const scope = newScope()
      const client = await run.worker.call('createClient', scope, draft.client(), { sign: true })
      await run.worker.call('createCase', scope, accountOf(client), draft.case())
      for (const make of Object.values(MAKES)) await make(run.worker)
      isOver = true
      run.steward.endLease()
      return run
    }

    it('before it is carried out', async () => {
      await using run = await ending((_, kill) => kill())
      await run.expectRecovery()
    })

    it('when it is carried out, and unanswered', async () => {
      await using run = await ending((passing, kill) => passing.swallow().then(kill))
      await run.expectRecovery()
    })

    it('when it is answered, before its outcome is written', async () => {
      await using run = await ending((passing, kill, steward) => answerUnread(passing, steward, kill))
      await run.expectRecovery()
    })

    it('and before its next step', async () => {
      let calls = 0
      await using run = await ending(async (passing, kill) => {
        await passing.pass()
        if (++calls === 1) await kill()
      })
      await run.expectRecovery()
    })
  },
)
