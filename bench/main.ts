/**
 * Measures what the kit costs against a budget each, beside what it is compared to.
 *
 *     npm run bench -- --only create --rounds 3 --json samples.json
 *
 * @module
 */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { type Finding, judge } from './finding.ts'
import { MEASUREMENTS } from './measurements/index.ts'
import { readOptions } from './options.ts'
import { table } from './table.ts'
import { openWorkspace } from './workspace.ts'

const options = readOptions(
  process.argv.slice(2),
  MEASUREMENTS.map(({ name }) => name),
)
const chosen = MEASUREMENTS.filter(({ name }) => options.only === undefined || options.only === name)

const workspace = await openWorkspace()
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  // The programs end with this process: their channel closes.
  process.once(signal, async () => {
    await workspace[Symbol.asyncDispose]()
    process.exit(code)
  })
}

const findings: Finding[] = []
try {
  for (const measurement of chosen) {
    const startedAt = performance.now()
    process.stderr.write(`${measurement.name} ... `)
    try {
      findings.push(...(await measurement.run({ workspace, rounds: (usual) => options.rounds ?? usual })))
      process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(0)} s\n`)
    } catch (error) {
      // Figures never fail the bench; a figure that could not be taken does, and the others are still worth having.
      process.exitCode = 1
      process.stderr.write(`failed\n${error instanceof Error ? error.stack : String(error)}\n`)
    }
  }
} finally {
  await workspace[Symbol.asyncDispose]()
}

const notes = findings.filter(({ note }) => note !== undefined).map(({ what, note }) => `${what}: ${note}`)
const load = loadavg().map((average) => average.toFixed(1))
process.stdout.write(
  `${[
    `Node ${process.versions.node}, ${availableParallelism()} processors, load ${load.join(' ')}`,
    'Each figure: median (first..third quartile) of the rounds.',
    '',
    table(findings),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n')}\n`,
)
if (options.json !== undefined) {
  const judged = findings.map((finding) => ({ ...finding, judgement: judge(finding) }))
  await writeFile(
    options.json,
    `${JSON.stringify({ node: process.versions.node, findings: judged }, null, 2)}\n`,
  )
}
