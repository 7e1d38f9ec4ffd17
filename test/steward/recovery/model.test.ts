import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { event, Mortals } from './model.ts'

const SEQUENCES = Number(process.env.DEBITURA_MODEL_SEQUENCES ?? 60)

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

it('whatever is killed in whatever order: never two, never orphaned once recovered, never foreign', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 20 }), async (events) => {
      await using mortals = new Mortals(sandbox)
      for (const one of events) {
        await mortals.perform(one)
        expect(mortals.twice()).toEqual([])
      }
      await mortals.end()
      expect(mortals.wrong()).toEqual({ orphaned: [], foreignTouched: [], journals: [], failures: [] })
    }),
    { numRuns: SEQUENCES, endOnFailure: true },
  )
}, 120_000)
