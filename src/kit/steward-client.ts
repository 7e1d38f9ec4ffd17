import { existsSync } from 'node:fs'
import { createConnection } from 'node:net'
import { DebituraTestkitError } from '../errors/index.ts'
import { openChannel, PROTOCOL_VERSION, type RunAddress, type StewardFunctions } from '../protocol/index.ts'
import { assertSendable } from './payload/assert-sendable.ts'

type Name = keyof StewardFunctions
type Given<N extends Name> = Parameters<StewardFunctions[N]>
type Answer<N extends Name> = Awaited<ReturnType<StewardFunctions[N]>>

/** A test's way to the steward of its run. */
export interface StewardClient {
  /** The run. Throws where there is none. */
  readonly address: RunAddress
  /** Asks the steward for something. */
  call<N extends Name>(name: N, ...given: Given<N>): Promise<Answer<N>>
}

/** Connects to a run's steward. The connection opens with the first call, and keeps no process alive. */
export function connectSteward(address: RunAddress): StewardClient {
  assertSameProtocol(address)
  let open: ((name: Name, given: unknown[]) => Promise<unknown>) | undefined
  return {
    address,
    call<N extends Name>(name: N, ...given: Given<N>) {
      open ??= openSocket(address)
      // The channel is typed by the same functions; only the names in between are not.
      return open(name, given) as Promise<Answer<N>>
    },
  }
}

/** Stands in where there is no run: the first use says what is missing, and what to do about it. */
export function withoutRun(todo: string): StewardClient {
  return {
    get address(): RunAddress {
      throw noRun(todo)
    },
    async call() {
      throw noRun(todo)
    },
  }
}

function openSocket({ socket: path }: RunAddress): (name: Name, given: unknown[]) => Promise<unknown> {
  const socket = createConnection(path)
  const channel = openChannel<StewardFunctions, object>({ readable: socket, writable: socket }, {})
  let pending = 0
  socket.unref()
  socket.on('error', () => {
    // The socket closes next, and that is what callers hear of.
  })
  socket.on('close', () => channel.$close(runOver(path)))
  return async (name, given) => {
    for (const one of given) assertSendable(one)
    if (channel.$closed) throw runOver(path)
    if (pending++ === 0) socket.ref()
    try {
      return await channel.$call(name, ...(given as never))
    } finally {
      if (--pending === 0) socket.unref()
    }
  }
}

function assertSameProtocol({ protocol }: RunAddress): void {
  if (protocol === PROTOCOL_VERSION) return
  throw new DebituraTestkitError({
    code: 'DBT_START_FAILED',
    what: 'Failed to join the run',
    why: 'the run was started by another version of debitura-testkit than the one that the test loads',
    todo: 'Have one version of debitura-testkit installed: `npm ls debitura-testkit` shows where they come from',
  })
}

function noRun(todo: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_NO_RUN',
    what: 'Failed to use the fixtures of debitura-testkit',
    why: 'no run was started: its global setup is not installed',
    todo,
  })
}

/** A steward that ends takes its socket away; one that is killed cannot. */
function runOver(socket: string): DebituraTestkitError {
  const wasKilled = process.platform !== 'win32' && existsSync(socket)
  return new DebituraTestkitError({
    code: 'DBT_RUN_OVER',
    what: 'Failed to reach the run',
    why: wasKilled ? 'the process that cleans up after it was killed' : 'it is over, and is being cleaned up',
    todo: wasKilled
      ? 'Run the tests again: the next run on this machine cleans up after this one, and so does `debitura-testkit sweep`'
      : 'Await every call inside the test, and keep no handle for a later run',
  })
}
