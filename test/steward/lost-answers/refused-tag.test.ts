import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { freshWorld, hostSteward } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { MAKES } from './makes.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** As long as a real case bears the tag, Debitura deletes none by it: each has to be known by its id. */
describe.concurrent.each(Object.entries(MAKES).filter(([, { kind }]) => kind === 'case'))(
  '%s whose id was never learned, with a tag that is refused',
  (_, make) => {
    it.each(['lose', 'malformed', 'drop'] as const)(
      'after a fault of kind %s: is found by its marker, if it is there',
      async (kind) => {
        const world = freshWorld()
        const view = sandbox.world(world)
        // A collection partner's real case is not this run's to seed.
        await using between = await interpose(sandbox, (passing) =>
          passing.operation === 'DELETE /test/cases' && passing.api === 'collection-partner'
            ? passing.answer(400, { error: 'NotATestCase', message: 'This is a production case.' })
            : passing.pass(),
        )
        await using run = hostSteward(between, { world })
        const carryOut = await make.prepare(run)
        // Many others made cases meanwhile, some with the same reference.
        view.faults.order({ kind, operation: make.operation })
        await expect(carryOut()).rejects.toThrow()
        for (let other = 0; other < 120; other++)
          view.seedCase({ isTest: true, tag: 'somebody-else', creditorReference: 'INV-2026-0042' })
        const theirs = view.cases().filter(({ tag }) => tag === 'somebody-else')
        const real = [
          view.seedCase({ isTest: false, tag: run.identity.tag }),
          ...view
            .clients()
            .map(({ externalTenantId }) =>
              view.seedCase({ externalTenantId, isTest: false, tag: run.identity.tag }),
            ),
        ]
        const report = await run.close()
        expect(
          report.leftovers.filter(({ id, kind: what }) => what === 'case' && !id.startsWith('any with tag')),
        ).toEqual([])
        expect(report.tallies.case).toMatchObject({ made: kind === 'drop' ? 0 : 1, leftOver: 0 })
        expect(view.cases().filter(({ tag, isTest }) => tag === run.identity.tag && isTest)).toEqual([])
        for (const one of theirs) expect(view.cases()).toContainEqual(one)
        expect(view.cases()).toContainEqual(real[0])
      },
    )
  },
)
