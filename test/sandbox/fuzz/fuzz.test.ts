import { randomInt } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sandboxKey } from '../../../src/sandbox/index.ts'
import { started } from '../callers.ts'
import { undocumented } from './documented.ts'
import { examplesIn, nameOf } from './examples.ts'
import { fuzzedRequest, OPERATIONS } from './request.ts'
import { filled, KnownIds, sent } from './send.ts'

/** `DEBITURA_FUZZ_SEED` repeats a run that failed, `DEBITURA_FUZZ_BATCHES` makes it longer. */
const SEED = Number(process.env.DEBITURA_FUZZ_SEED ?? randomInt(2 ** 31))
const BATCHES = Number(process.env.DEBITURA_FUZZ_BATCHES ?? 100)
const BATCH = 1_000

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

function heapUsed(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

test(`${BATCHES * BATCH} requests of all kinds get documented answers, and leave no memory behind`, {
  timeout: 10_000 * BATCHES,
}, async () => {
  const sandbox = await started()
  const world = sandbox.world('fuzz')
  const examples = await examplesIn(sandbox, 'fuzz')
  const furnished = world.snapshot()
  const succeeded = new Set<string>()
  const statuses = new Map<number, number>()
  let heap = 0
  let batchesWatched = 0
  for (let batch = 0; batch < BATCHES; batch++) {
    world.restore(furnished)
    const ids = new KnownIds()
    for (const drawn of fc.sample(fuzzedRequest(examples), { numRuns: BATCH, seed: SEED + batch })) {
      const request = filled(drawn, sandboxKey('fuzz'), ids)
      const answer = await sent(sandbox, request)
      if (answer === undefined) continue
      const problem = undocumented(request, answer)
      expect(problem, repeat(batch, request)).toBeUndefined()
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if (answer.status >= 300) continue
      ids.learn(answer.text)
      if (request.method === request.operation.method) succeeded.add(nameOf(request.operation))
    }
    // What comes first fills caches; from then on nothing may stay.
    if (batch === Math.floor(BATCHES / 4)) heap = heapUsed()
    batchesWatched += 1
  }
  const grown = heapUsed() - heap
  console.info(
    `fuzz: ${batchesWatched * BATCH} requests, seed ${SEED}, answers by status ${JSON.stringify(
      Object.fromEntries([...statuses].toSorted(([a], [b]) => a - b)),
    )}, heap ${(grown / 2 ** 20).toFixed(1)} MiB more than after a quarter`,
  )
  expect(grown).toBeLessThan(16 * 2 ** 20)
  const never = OPERATIONS.map(nameOf).filter((name) => !succeeded.has(name))
  expect(succeeded.size, `No request got through to: ${never.join(', ')}`).toBeGreaterThanOrEqual(90)
})

const repeat = (batch: number, request: object) =>
  `Repeat with DEBITURA_FUZZ_SEED=${SEED}, batch ${batch}: ${JSON.stringify(request, withoutOperation).slice(0, 2_000)}`

const withoutOperation = (key: string, value: unknown) => (key === 'operation' ? undefined : value)
