import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDITOR, type Leftover } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { accounted } from '../cleanup/accounted.ts'
import { draft, freshWorld, type HostedSteward, hostSteward, newScope } from '../hosted.ts'
import { interpose, type Passing } from '../interposed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** What only the application under test may have made is not meant here. */
const isKnown = ({ id }: Leftover) => !id.startsWith('any with tag')

/** Something that the kit deletes, by the test that made it or when the run ends. */
interface Deletion {
  readonly operation: RegExp
  readonly kind: 'case' | 'client' | 'webhook'
  /** Makes it, and lets the test delete it; where it does not, the end of the run does. */
  act(run: HostedSteward): Promise<unknown>
  /** Whether cases are refused by tag, because a real one bears it. */
  readonly tagRefused?: true
}

const makeHook = ({ steward }: HostedSteward) =>
  steward.createWebhook(newScope(), CREDITOR, 'https://hook.example', ['case.closed'])
const makeCase = ({ steward }: HostedSteward) => steward.createCase(newScope(), CREDITOR, draft.case())
const makeClient = ({ steward }: HostedSteward) =>
  steward.createClient(newScope(), draft.client(), { sign: true })

const DELETIONS: Readonly<Record<string, Deletion>> = {
  'a case by a test': {
    operation: /^DELETE \/test\/cases\/./,
    kind: 'case',
    act: async (run) => run.steward.deleteCase(CREDITOR, (await makeCase(run)).id),
  },
  'cases by tag': { operation: /^DELETE \/test\/cases$/, kind: 'case', act: makeCase },
  'a managed case by tag': {
    operation: /^DELETE \/test\/cases$/,
    kind: 'case',
    act: ({ steward }) => steward.createManagedCase(newScope(), draft.managedCase()),
  },
  'a case by its id at the end': {
    operation: /^DELETE \/test\/cases\/./,
    kind: 'case',
    act: makeCase,
    tagRefused: true,
  },
  'a subscription by a test': {
    operation: /^DELETE \/webhooks\/./,
    kind: 'webhook',
    act: async (run) => run.steward.deleteWebhook(CREDITOR, (await makeHook(run)).id),
  },
  'a subscription at the end': { operation: /^DELETE \/webhooks\/./, kind: 'webhook', act: makeHook },
  'a client by a test': {
    operation: /^DELETE \/clients\/./,
    kind: 'client',
    act: async (run) => run.steward.resetClient((await makeClient(run)).externalTenantId),
  },
  'a client at the end': { operation: /^DELETE \/clients\/./, kind: 'client', act: makeClient },
}

const WRONGS: Readonly<Record<string, { does(passing: Passing): Promise<void> | void }>> = {
  'the connection breaks before anything was done': {
    does: (passing) => passing.drop(),
  },
  'the answer is lost': { does: (passing) => passing.lose() },
  'the answer is a 500': { does: (passing) => passing.answer(500, {}) },
  'the answer is a 503 after all was done': { does: (passing) => passing.spoil(503) },
}

const rows = Object.entries(DELETIONS).flatMap(([name, deletion]) =>
  Object.entries(WRONGS).map(([what, wrong]) => [name, what, deletion, wrong] as const),
)

describe.concurrent.each(rows)('%s, where %s', (_, __, { operation, kind, act, tagRefused }, { does }) => {
  /** A run in which the delete goes wrong so many times, and somebody else's things beside it. */
  const scene = async (times: number) => {
    const world = freshWorld()
    const view = sandbox.world(world)
    const theirs = view.seedCase({ isTest: true, tag: 'somebody-else' })
    const keys = {
      customer: sandboxKey(world),
      'referral-partner': sandboxKey(world),
      'collection-partner': sandboxKey(world),
    }
    let nth = 0
    const interposed = await interpose(sandbox, (passing) =>
      operation.test(passing.operation) && passing.method === 'DELETE' && nth++ < times
        ? does(passing)
        : passing.pass(),
    )
    const run = hostSteward(interposed, { world, keys })
    if (tagRefused) view.seedCase({ isTest: false, tag: run.identity.tag })
    return { interposed, run, view, theirs }
  }

  it('once: it is done, and counted once', async () => {
    const { interposed, run, view, theirs } = await scene(1)
    await using ___ = interposed
    await using ____ = run
    await act(run)
    const report = accounted(await run.close())
    expect(report.leftovers.filter(isKnown)).toEqual([])
    expect(report.tallies[kind]).toMatchObject({ made: 1, deleted: 1, alreadyGone: 0 })
    expect(view.cases().filter(({ isTest }) => isTest)).toEqual([theirs])
    expect([view.clients(), view.webhooks()]).toEqual([[], []])
  })

  it('each time: what still stands is left over, with what to do', async () => {
    const { interposed, run, view, theirs } = await scene(Number.POSITIVE_INFINITY)
    await using ___ = interposed
    await using ____ = run
    await act(run).catch(() => undefined)
    const report = accounted(await run.close())
    expect(report.tallies[kind].made).toBe(1)
    const standing = {
      case: view.cases().filter(({ tag }) => tag === run.identity.tag && !tagRefused),
      client: view.clients(),
      webhook: view.webhooks(),
    }[kind]
    const left = report.leftovers.filter((leftover) => leftover.kind === kind)
    // What is gone may count as left over, where no answer ever said so; what stands never counts as gone.
    if (standing.length > 0) expect(left.filter(isKnown)).toHaveLength(1)
    expect(left.length).toBeGreaterThanOrEqual(report.tallies[kind].leftOver)
    for (const { reason, todo } of left) expect([reason, todo]).not.toContain('')
    expect(view.cases()).toContainEqual(theirs)
  })
})
