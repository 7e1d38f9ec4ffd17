import { expect, it } from 'vitest'
import { ENDS } from '../chaos/ends.ts'
import { isClean, runSession } from '../chaos/session.ts'
import { table } from '../chaos/table.ts'
import { assertBuilt } from './harness/assert-built.ts'

it('leaves nothing and touches nothing, however a run ends', { timeout: 300_000 }, async () => {
  assertBuilt()
  const results = await runSession({
    seed: 4,
    runs: 12,
    atOnce: 2,
    withinMs: 120_000,
    signal: new AbortController().signal,
    ends: ENDS,
  })
  expect(results.flatMap(({ runs }) => runs)).toHaveLength(12)
  expect(
    results.filter((result) => !isClean(result)),
    table(results),
  ).toEqual([])
})
