import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { InlineProject } from './inline-project.ts'
import { MARK, type ProcessView, processesOf } from './processes.ts'
import { inTerminal } from './terminal.ts'

/** No run of a test takes longer, on however busy a machine. */
const DEADLINE_MS = 120_000

/** A test runner, as a program that writes down what became of the tests. */
export interface Runner<Results> {
  /** Its script and what it is given, so that it writes to the file that the variable `RESULTS_FILE` names. */
  command(args: readonly string[] | undefined): readonly [string, ...string[]]
  /** More variables for it. */
  variables?(resultsFile: string): Readonly<Record<string, string>>
  /** What it wrote. */
  read(text: string): Results
}

/** How to run it. */
export interface RunOptions {
  readonly args?: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
  /** Whether it has a terminal. @default false */
  readonly terminal?: boolean
  /** Whether its standard input is closed from the start. @default false */
  readonly inputClosed?: boolean
}

/** What was left when a runner was over. */
export interface FinishedRun<Results> {
  /** `null` when a signal ended it. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** Both, as they came. */
  readonly output: string
  /** `undefined` when it ended before its tests did. */
  readonly results: Results | undefined
}

/** A runner that runs. */
export interface RunnerProcess<Results> extends AsyncDisposable {
  readonly pid: number
  readonly ended: Promise<FinishedRun<Results>>
  readonly output: string
  /** Waits for something; where that does not come, the error has its output. */
  until(event: Promise<unknown>): Promise<void>
  /** Types into its terminal. */
  type(text: string): void
  signal(signal: NodeJS.Signals, to?: 'main process' | 'process group'): void
  /** Its processes that are there now: workers and the steward too, also when it is dead itself. */
  processes(): readonly ProcessView[]
  /** Files in the folder of sockets and journals, each with its text where it has one. */
  state(): Readonly<Record<string, string>>
  /** Results of the latest run, in watch mode. */
  results(): Results | undefined
}

/** Variables of this process that would change how the other behaves. */
const FOREIGN =
  /^(VITEST|DEBITURA|NODE_|npm_|JEST|TEST$|DEV$|PROD$|MODE$|SSR$|CI$|GITHUB_|FORCE_COLOR|NO_COLOR|TERM$)/

/** Starts a runner on a project, in a process group of its own and with a temporary folder of its own. */
export function startRunner<Results>(
  runner: Runner<Results>,
  project: InlineProject,
  options: RunOptions = {},
): RunnerProcess<Results> {
  const { args, variables = {}, terminal = false, inputClosed = false } = options
  const mark = randomUUID()
  // Short: the path of a socket has to fit.
  const temporary = mkdtempSync(join(tmpdir(), 'kit-'))
  const resultsFile = join(temporary, 'results.json')
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name))
  const command = runner.command(args)
  const direct = [process.execPath, ...command] as const
  const [file, ...given] = terminal
    ? inTerminal(command)
    : inputClosed
      ? ['sh', '-c', 'exec "$0" "$@" <&-', ...direct]
      : direct
  const child = spawn(file, given, {
    cwd: project.directory,
    detached: true,
    env: {
      ...Object.fromEntries(inherited),
      TMPDIR: temporary,
      RESULTS_FILE: resultsFile,
      [MARK]: mark,
      ...runner.variables?.(resultsFile),
      ...(terminal ? { TERM: 'xterm' } : {}),
      ...variables,
    },
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${file} could not be started`)

  let [stdout, stderr, output] = ['', '', '']
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
    output += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
    output += chunk
  })
  const results = () => (existsSync(resultsFile) ? runner.read(readFileSync(resultsFile, 'utf8')) : undefined)
  const kill = (target: number, signal: NodeJS.Signals) => {
    try {
      process.kill(target, signal)
    } catch {
      // It is gone already.
    }
  }
  const overdue = setTimeout(() => {
    output += `\n(killed by its test after ${DEADLINE_MS / 1000} s)\n`
    kill(-pid, 'SIGKILL')
  }, DEADLINE_MS)
  const ended = new Promise<FinishedRun<Results>>((resolve) =>
    child.once('close', (exitCode) => {
      clearTimeout(overdue)
      resolve({ exitCode, stdout, stderr, output, results: results() })
    }),
  )
  return {
    pid,
    ended,
    results,
    get output() {
      return output
    },
    async until(event) {
      try {
        await Promise.race([event, ended.then(() => Promise.reject(new Error('It ended before that')))])
      } catch (cause) {
        throw new Error(output, { cause })
      }
    },
    type: (typed) => void child.stdin.write(typed),
    signal: (signal, to = 'main process') => kill(to === 'main process' ? pid : -pid, signal),
    processes: () => processesOf(mark),
    state: () => readState(temporary),
    async [Symbol.asyncDispose]() {
      kill(-pid, 'SIGKILL')
      await ended
      for (const { pid: left } of processesOf(mark)) kill(left, 'SIGKILL')
      await vi.waitFor(() => {
        if (processesOf(mark).length > 0) throw new Error('A process of the run is still there')
      })
      rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Runs a runner on a project to its end. */
export async function runToEnd<Results>(
  runner: Runner<Results>,
  project: InlineProject,
  options?: RunOptions,
): Promise<FinishedRun<Results> & { readonly state: Readonly<Record<string, string>> }> {
  await using running = startRunner(runner, project, options)
  const finished = await running.ended
  return { ...finished, state: running.state() }
}

function readState(temporary: string): Record<string, string> {
  const folder = readdirSync(temporary).find((name) => name.startsWith('debitura-testkit-'))
  if (folder === undefined) return {}
  return Object.fromEntries(
    readdirSync(join(temporary, folder)).map((name) => [
      name,
      name.endsWith('.sock') ? '' : readFileSync(join(temporary, folder, name), 'utf8'),
    ]),
  )
}
