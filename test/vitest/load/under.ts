import { createSandbox, type Sandbox, type WorldView } from '../../../src/sandbox/index.ts'
import {
  contentsOf,
  type FinishedVitest,
  inlineProject,
  meeting,
  seedSomebodyElses,
  startVitest,
} from '../harness/index.ts'
import { FILES, type Noted, readNoted } from './suite.ts'

/** What the runs have to put up with. */
export interface Load {
  readonly runs: number
  readonly rateLimits?: boolean
  /** Happens once every run is there, and before any makes anything. */
  begin(world: WorldView, sandbox: Sandbox): Promise<void> | void
}

type Contents = ReturnType<typeof contentsOf>

/** What became of it. */
export interface Outcome {
  readonly before: Contents
  /** When everything was made that is made. */
  readonly middle: Contents
  readonly after: Contents
  readonly runs: readonly (FinishedVitest & { readonly left: readonly unknown[] })[]
  readonly noted: Noted
}

/** Runs the suite so many times at once against one world of a sandbox. */
export async function under({ runs, rateLimits = false, begin }: Load): Promise<Outcome> {
  await using sandbox = await createSandbox({ rateLimits })
  await using place = await meeting()
  using project = inlineProject(FILES)
  const world = sandbox.world('load')
  const before = seedSomebodyElses(world)
  const all = Array.from({ length: runs }, () =>
    startVitest(project, {
      args: ['run', '--maxWorkers=2'],
      variables: { ...sandbox.variables('load'), MEETING: place.url },
    }),
  )
  await using _ = {
    async [Symbol.asyncDispose]() {
      for (const vitest of all) await vitest[Symbol.asyncDispose]()
    },
  }
  const everywhere = async (name: string) => {
    const arrived = place.arrived(name, 2 * runs)
    for (const vitest of all) await vitest.until(arrived)
  }
  await everywhere('all are here')
  await begin(world, sandbox)
  place.open('all are here')
  await everywhere('all is made')
  const middle = contentsOf(world)
  place.open('all is made')
  const finished = await Promise.all(
    all.map(async (vitest) => ({
      ...(await vitest.ended),
      left: [...vitest.processes(), ...Object.keys(vitest.state())],
    })),
  )
  return {
    before,
    middle,
    after: contentsOf(world),
    runs: finished,
    noted: readNoted(project.read('noted.jsonl')),
  }
}

/** A number that the summary of a run names, or 0: `rate limited`, `repeated`, `of them to clean up`. */
export function cost({ stderr }: FinishedVitest, what: string): number {
  const [, count = '0'] = new RegExp(`([\\d,]+) ${what}`).exec(stderr) ?? []
  return Number(count.replaceAll(',', ''))
}
