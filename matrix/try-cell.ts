import { join } from 'node:path'
import type { Sandbox } from '../src/sandbox/index.ts'
import { contentsOf, seedSomebodyElses } from '../test/vitest/harness/world-contents.ts'
import type { Cell } from './cells.ts'
import { execute } from './execute.ts'
import type { NodeBinary } from './node-binaries.ts'

/** What became of one cell. */
export interface Outcome {
  readonly cell: Cell
  /** The runner's version. */
  readonly version: string
  readonly node: string
  readonly verdict: 'passed' | 'refused' | 'failed'
  /** What went wrong; empty where nothing did. */
  readonly trouble: string
}

/** Where a cell is tried. */
export interface Place {
  readonly directory: string
  readonly version: string
  readonly node: NodeBinary
  readonly sandbox: Sandbox
}

const KEYS = ['CUSTOMER', 'REFERRAL', 'COLLECTION_PARTNER'] as const

/** Runs a project's suite against a world full of somebody else's things, and looks whether anything is left. */
export async function tryCell(cell: Cell, { directory, version, node, sandbox }: Place): Promise<Outcome> {
  const name = `matrix-${crypto.randomUUID()}`
  const world = sandbox.world(name)
  const before = JSON.stringify(seedSomebodyElses(world))
  const main = join(directory, 'node_modules/vitest/vitest.mjs')
  const { code, output } = await execute(node.path, [main, 'run', ...cell.args], {
    cwd: directory,
    env: {
      DEBITURA_CUSTOMER_API_URL: sandbox.urls.customer,
      DEBITURA_REFERRAL_API_URL: sandbox.urls['referral-partner'],
      DEBITURA_COLLECTION_PARTNER_API_URL: sandbox.urls['collection-partner'],
      ...Object.fromEntries(KEYS.map((api) => [`DEBITURA_${api}_API_KEY`, `sandbox-${name}`])),
    },
  })
  const untouched = JSON.stringify(contentsOf(world)) === before
  const outcome = (verdict: Outcome['verdict'], trouble = ''): Outcome => ({
    cell,
    version,
    node: node.version,
    verdict,
    trouble,
  })
  if (!untouched) return outcome('failed', `the world is not what it was:\n${output}`)
  if (cell.refusal !== undefined) {
    const isRefused = code !== 0 && cell.refusal.test(output)
    return isRefused ? outcome('refused') : outcome('failed', `it was to be refused:\n${output}`)
  }
  const isGreen = code === 0 && output.includes('left nothing behind')
  return isGreen ? outcome('passed') : outcome('failed', output)
}
