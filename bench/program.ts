import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { type BirpcReturn, createBirpc } from 'birpc'

/** One of `bench/programs`, running in a process of its own. */
export interface Program<Functions extends object> extends AsyncDisposable {
  readonly call: BirpcReturn<Functions>
}

/** How to start a program. */
export interface ProgramOptions {
  /** Flags for Node. */
  readonly execArgv?: readonly string[] | undefined
  /** Its folder for temporary files: the kit's sockets and journals go there too. */
  readonly temporary: string
}

/** Starts a program that offers functions. It runs on bare Node: no loader, and no settings of the kit. */
export function startProgram<Functions extends object>(
  path: string,
  { execArgv = [], temporary }: ProgramOptions,
): Program<Functions> {
  const child = fork(path, {
    execArgv: [...execArgv],
    serialization: 'advanced',
    env: { ...bareEnvironment(), TMPDIR: temporary, TEMP: temporary },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const call = createBirpc<Functions>(
    {},
    {
      // Whoever carries a call out bounds it.
      timeout: -1,
      post: (message) => child.connected && child.send(message),
      on: (receive) => child.on('message', receive),
    },
  )
  child.once('exit', (code, signal) => call.$close(new Error(`${path} ended: ${code ?? signal}`)))
  return {
    call,
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect()
      await stop(child)
    },
  }
}

const GRACE_MS = 5_000

/** Waits for a process that was told to end, and ends it where it does not. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  await once(child, 'exit')
  clearTimeout(timer)
}

/** The environment without anything that would change how the kit, Vitest or Node behaves. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DEBITURA_|VITEST|NODE_OPTIONS$)/.test(name)),
  )
}
