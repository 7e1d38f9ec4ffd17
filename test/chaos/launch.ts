import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { MARK, type ProcessView, processesOf } from '../vitest/harness/processes.ts'
import { inTerminal } from '../vitest/harness/terminal.ts'

/** Variables of this process that would change how the other behaves. */
const OURS = /^(VITEST|DEBITURA|NODE_|npm_|JEST|TEST$|DEV$|PROD$|MODE$|SSR$|CI$|GITHUB_|FORCE_COLOR|TERM$)/

/** What to start. */
export interface Command {
  readonly directory: string
  readonly line: readonly string[]
  /** Whether it has a terminal. @default false */
  readonly terminal?: boolean
  readonly variables: Readonly<Record<string, string>>
  /** How long it may take before it is killed, in milliseconds. */
  readonly withinMs: number
  /** Ends it, and all that it started. */
  readonly signal: AbortSignal
}

/** A process, and those that it starts. */
export interface Launched {
  readonly pid: number
  readonly inTerminal: boolean
  readonly child: ChildProcess
  /** Resolves when it is gone; its exit code, or the signal's name. */
  readonly ended: Promise<string>
  readonly output: string
  /** All of them that are there now, also those that outlived it. */
  processes(): readonly ProcessView[]
  type(text: string): void
  /** Ends all of them. */
  kill(): void
}

/** Starts a program in a process group of its own. */
export function launch({
  directory,
  line,
  terminal = false,
  variables,
  withinMs,
  signal,
}: Command): Launched {
  const mark = randomUUID()
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name))
  const [file = process.execPath, ...given] = terminal ? inTerminal(line) : [process.execPath, ...line]
  const child = spawn(file, given, {
    cwd: directory,
    detached: true,
    env: {
      ...Object.fromEntries(inherited),
      NO_COLOR: '1',
      ...variables,
      ...(terminal ? { TERM: 'xterm' } : {}),
      [MARK]: mark,
    },
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${file} could not be started`)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output = `${output}${chunk}`.slice(-200_000)
    })
  child.stdin.on('error', () => {
    // It is gone: that shows as its end.
  })
  const kill = () => {
    for (const { pid: left } of processesOf(mark)) send(left, 'SIGKILL')
  }
  if (signal.aborted) kill()
  // Any number of processes may follow one signal.
  setMaxListeners(0, signal)
  signal.addEventListener('abort', kill)
  const overdue = setTimeout(() => {
    output += `\n(killed by the harness after ${withinMs / 1000} s)\n`
    kill()
  }, withinMs)
  const ended = new Promise<string>((resolve) =>
    // Not `close`: whoever outlives it may hold its pipes.
    child.once('exit', (code, by) => {
      clearTimeout(overdue)
      signal.removeEventListener('abort', kill)
      resolve(by ?? String(code))
    }),
  )
  return {
    pid,
    child,
    inTerminal: terminal,
    ended,
    get output() {
      return output
    },
    processes: () => processesOf(mark),
    type: (text) => void child.stdin.write(text),
    kill,
  }
}

/** Sends a signal to a process, or to the group of a negative number. Whether it was there. */
export function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    // It is gone already.
    return false
  }
}
