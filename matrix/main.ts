/**
 * Installs the packed kit into a project of somebody's, with each version of each runner, and runs that project under each
 * version of Node.
 *
 *     npm run matrix            # every combination
 *     npm run matrix -- --quick # few of them
 *
 * @module
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSandbox } from '../src/sandbox/index.ts'
import { ALL, QUICK, TOO_OLD } from './cells.ts'
import { install } from './install.ts'
import { nodeBinaries } from './node-binaries.ts'
import { pack } from './pack.ts'
import { table } from './table.ts'
import { type Outcome, tryCell } from './try-cell.ts'

const PROJECT = fileURLToPath(new URL('../fixtures/projects/consumer-vitest', import.meta.url))

const cells = process.argv.includes('--quick') ? QUICK : ALL
// Whoever has a blank or an umlaut in the path of a project has it in every path.
const directory = mkdtempSync(join(tmpdir(), 'matrix of the kït '))
const outcomes: Outcome[] = []
await using sandbox = await createSandbox()
try {
  const tarball = await pack(directory)
  const nodes = await nodeBinaries([...new Set(cells.map(({ node }) => node))], directory)
  for (const range of new Set(cells.map((cell) => cell.range))) {
    const place = join(directory, `vitest ${range.replace(/\W/g, '')}`)
    cpSync(PROJECT, place, { recursive: true })
    const packages = { vitest: range, 'debitura-testkit': `file:${tarball}` }
    const { vitest: version = range } = await install(place, packages, { ignorePeers: range === TOO_OLD })
    for (const cell of cells.filter((each) => each.range === range)) {
      const node = nodes.find((each) => Number.parseInt(each.version, 10) === cell.node)
      if (node === undefined) continue
      const outcome = await tryCell(cell, { directory: place, version, node, sandbox })
      outcomes.push(outcome)
      process.stderr.write(
        `${outcome.verdict.padEnd(7)} vitest ${version}, Node ${node.version} ${cell.args.join(' ')}\n`,
      )
      if (outcome.verdict === 'failed') process.stderr.write(`${outcome.trouble}\n`)
    }
  }
} finally {
  rmSync(directory, { recursive: true, force: true })
}
process.stdout.write(`${table(outcomes)}\n`)
if (outcomes.some(({ verdict }) => verdict === 'failed')) process.exitCode = 1
