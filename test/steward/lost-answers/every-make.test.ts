import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox, type WorldView } from '../../../src/sandbox/index.ts'
import { accounted } from '../cleanup/accounted.ts'
import { freshWorld, type HostedSteward, hostSteward } from '../hosted.ts'
import { interpose, type Passing } from '../interposed.ts'
import { FAULTS, MAKES, type Make } from './makes.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** Makes one thing while something goes wrong, and sees to it that it is there so many times, counted, and removed. */
async function makes(make: Make, run: HostedSteward, view: WorldView, wrong: Wrong): Promise<void> {
  const carryOut = await make.prepare(run)
  wrong.begin?.()
  const [outcome] = await Promise.allSettled([carryOut()])
  expect(outcome?.status).toBe(wrong.isSeen ? 'rejected' : 'fulfilled')
  expect(make.count(view)).toBe(wrong.made)
  const report = accounted(await run.close())
  expect(report.leftovers).toEqual([])
  expect(report.tallies[make.kind]).toMatchObject({ made: wrong.made, deleted: wrong.made })
  expect([view.cases(), view.clients(), view.webhooks()]).toEqual([[], [], []])
}

interface Wrong {
  begin?(): void
  /** Whether the test hears of it. */
  readonly isSeen: boolean
  /** How many there are afterwards. */
  readonly made: number
}

const rows = Object.entries(MAKES).flatMap(([name, make]) =>
  Object.entries(FAULTS).map(([what, fault]) => [name, what, make, fault] as const),
)

describe.concurrent.each(rows)('of %s, %s', (_, __, make, { fault, done, readable }) => {
  const isMadeAgain = make.repeatable && readable

  it.each([
    ['once', 1],
    ['each time', undefined],
  ])('%s: there is never a second one, and what there is goes', async (___, times) => {
    const world = freshWorld()
    const view = sandbox.world(world)
    await using run = hostSteward(sandbox, { world })
    const isAdopted = isMadeAgain && times === 1
    await makes(make, run, view, {
      begin: () =>
        void view.faults.order({ ...fault, operation: make.operation, ...(times ? { times } : {}) }),
      isSeen: !isAdopted,
      made: isAdopted || done ? 1 : 0,
    })
  })
})

describe.concurrent.each(Object.entries(MAKES))('of %s', (_, make) => {
  const between = (world: string, meddle: (passing: Passing, nth: number) => Promise<void> | void) => {
    let nth = 0
    return interpose(sandbox, (passing) =>
      passing.operation === make.operation && passing.url.endsWith(make.operation.split(' ')[1] ?? '')
        ? meddle(passing, nth++)
        : passing.pass(),
    ).then((interposed) => ({ interposed, view: sandbox.world(world), world }))
  }

  it.each([
    ['once', 1],
    ['each time', Number.POSITIVE_INFINITY],
  ])('a 503 after all was done, %s: there is one, and it goes', async (__, times) => {
    const { interposed, view, world } = await between(freshWorld(), (passing, nth) =>
      nth < times ? passing.spoil(503) : passing.pass(),
    )
    await using ___ = interposed
    await using run = hostSteward(interposed, { world })
    await makes(make, run, view, { isSeen: !(make.repeatable && times === 1), made: 1 })
  })

  it.each([403, 409])(
    'a lost answer, and a %i to the next try: there is one, and it goes',
    async (status) => {
      const { interposed, view, world } = await between(freshWorld(), (passing, nth) =>
        nth === 0 ? passing.lose() : passing.answer(status, {}),
      )
      await using ___ = interposed
      await using run = hostSteward(interposed, { world })
      await makes(make, run, view, { isSeen: true, made: 1 })
    },
  )
})
