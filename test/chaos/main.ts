/**
 * Ends runs in every way there is, at moments and with faults that follow from a seed, and shows what is left.
 *
 *     npm run chaos -- --runs 500 --seed 4
 *     npm run chaos -- --seed 4 --only-run 17
 *
 * @module
 */
import { mkdtempSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { assertBuilt } from '../vitest/harness/assert-built.ts'
import type { Round } from './draw.ts'
import { keepFailure } from './keep-failure.ts'
import { readOptions } from './options.ts'
import type { RoundResult } from './round.ts'
import { isClean, runSession } from './session.ts'
import { table } from './table.ts'

assertBuilt()
const options = readOptions(process.argv.slice(2))
const startedAt = performance.now()
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort())
let folder: string | undefined

const results = await runSession({
  ...options,
  signal: interrupted.signal,
  onRound(round, result) {
    const fine = isClean(result)
    process.stderr.write(`${line(round, result, fine)}\n`)
    if (fine && options.onlyRun === undefined) return
    folder ??= mkdtempSync(join(tmpdir(), `debitura-chaos-${options.seed}-`))
    const kept = keepFailure(folder, round, result)
    process.stderr.write(`     kept in ${kept}; repeat it with: ${repeat(round)}\n`)
    if (!fine) process.exitCode = 1
  },
})

const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
const versionOf = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).version
process.stdout.write(
  `${table(results)}\n\nSeed ${options.seed}, ${seconds} s. Node ${process.versions.node}, Vitest ${versionOf('../../node_modules/vitest/package.json')}, ` +
    `${availableParallelism()} processors.\n`,
)

function line(
  { plans, faults, recovery }: Round,
  { runs, verdict, cleanMs, requests, journals }: RoundResult,
  fine: boolean,
) {
  const ends = runs.map(
    ({ plan, came, exit }) =>
      `${plan.end.name}${plan.terminal ? ' (terminal)' : ''}${came ? '' : ' (too late)'} at ${plan.moment.request} -> ${exit}`,
  )
  const clean = cleanMs === undefined ? '' : `, clean after ${cleanMs.toFixed(0)} ms`
  return (
    `${fine ? 'ok  ' : 'BAD '} ${plans.map(({ index }) => index).join()}: ${ends.join(' + ')}; ` +
    `${faults.map(({ kind }) => kind).join('+') || 'no faults'}; ${requests} requests; ${recovery} recovered ${verdict.recovered.length}${clean}` +
    (fine
      ? ''
      : `; leaked ${verdict.leaked.length}, touched ${verdict.touched.length}, processes ${runs.flatMap(({ left }) => left).length}, journals ${journals}, expected ${runs.map(({ expected }) => expected ?? '*').join()}`)
  )
}

function repeat(round: Round): string {
  const { onlyRun, seed } = options
  const kind = options.ends === undefined ? '' : ` --only-kind '${options.ends[0]?.name}'`
  return `npm run chaos -- --seed ${seed} --only-run ${onlyRun ?? round.plans[0]?.index}${kind}`
}
