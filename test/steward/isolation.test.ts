import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { command, Interleaving } from './interleaving.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

it('for any interleaving of makes and cleanups by several runs, what remains is exactly what was not owned', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 30 }), async (commands) => {
      await using runs = new Interleaving(sandbox)
      for (const one of commands) await runs.perform(one)
      await runs.quiet()
      await vi.waitFor(() => expect(runs.held()).toEqual(runs.expected()), { interval: 2, timeout: 2_000 })
      await runs.end()
      expect(runs.held()).toEqual(runs.others.toSorted())
      expect(runs.failures).toEqual([])
    }),
    { numRuns: 200 },
  )
})
