import { readdirSync, readFileSync } from 'node:fs'

/** The variable by which a run's processes are told from all others: each inherits it. */
export const MARK = 'TEST_OF_THE_KIT'

/** What the operating system shows of a process. */
export interface ProcessView {
  readonly pid: number
  readonly commandLine: string
  readonly environment: string
}

/** Every process, the ones that others left behind too, that has the mark. Linux only: it reads /proc. */
export function processesOf(mark: string): readonly ProcessView[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => view(Number(pid)) ?? [])
    .filter(({ environment }) => environment.includes(`${MARK}=${mark}\0`))
}

/** The steward's process. */
export function isSteward({ commandLine }: ProcessView): boolean {
  return /steward\/process\.js/.test(commandLine)
}

/** A worker of Vitest's. */
export function isWorker({ commandLine }: ProcessView): boolean {
  return /vitest\/dist\/workers\//.test(commandLine)
}

function view(pid: number): ProcessView | undefined {
  try {
    return {
      pid,
      commandLine: readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
      // A process that has ended and was not waited for has none.
      environment: readFileSync(`/proc/${pid}/environ`, 'utf8'),
    }
  } catch {
    // Somebody else's, or gone meanwhile.
    return undefined
  }
}
