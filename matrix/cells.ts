/** One way to run a project that uses the kit. */
export interface Cell {
  readonly runner: string
  /** Range of the runner's versions. */
  readonly range: string
  /** Major version of Node. */
  readonly node: number
  /** What the runner is told besides. */
  readonly args: readonly string[]
  /** What it prints where the combination is not supported; `undefined` where it is. */
  readonly refusal?: RegExp
}

const VITEST = ['~3.2.0', '^4.0.0', '^5.0.0'] as const
/** Versions of Vitest that the kit refuses. */
export const TOO_OLD = '^2.0.0'

const NODES = [20, 22, 24, 26] as const
const POOLS = ['forks', 'threads', 'vmThreads'] as const

const vitest = (range: string, node: number, ...args: readonly string[]): Cell => ({
  runner: 'vitest',
  range,
  node,
  args,
})

/** Every combination. */
export const ALL: readonly Cell[] = [
  ...VITEST.flatMap((range) =>
    NODES.flatMap((node) => [
      ...POOLS.map((pool) => vitest(range, node, `--pool=${pool}`)),
      vitest(range, node, '--pool=forks', '--no-isolate'),
    ]),
  ),
  { ...vitest(TOO_OLD, 20), refusal: /Vitest 2\.\d+\.\d+ is not supported/ },
]

/** Few enough for every change. */
export const QUICK: readonly Cell[] = [
  vitest('~3.2.0', 20, '--pool=forks'),
  vitest('^4.0.0', 20, '--pool=threads'),
  { ...vitest(TOO_OLD, 20), refusal: /Vitest 2\.\d+\.\d+ is not supported/ },
]
