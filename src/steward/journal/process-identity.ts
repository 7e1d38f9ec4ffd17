import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { startOf } from './process-start.ts'

/**
 * One process, and no other that gets its pid later: five words, joined by dots. What the system does not tell is
 * empty: only Linux tells which boot it is and which processes share their pids; Windows tells nothing but the pid.
 */
export interface ProcessIdentity {
  readonly pid: number
  /** When it started, as the system counts. */
  readonly started: string
  readonly boot: string
  /** Containers count pids each for themselves. */
  readonly pidNamespace: string
  /** Stands for the name of the machine. */
  readonly host: string
}

/** Whether a process is still there; `unknown` where another machine would have to be asked. */
export type Liveness = 'alive' | 'dead' | 'unknown'

const WORDS = /^(\d+)\.(\w*)\.(\w*)\.(\w*)\.(\w*)$/

/** A process of this machine; this one unless told otherwise. */
export function identifyProcess(pid: number = process.pid): ProcessIdentity {
  return { pid, started: startOf(pid) ?? '', ...system() }
}

/** One word, also for the name of a file. */
export function formatProcess({ pid, started, boot, pidNamespace, host }: ProcessIdentity): string {
  return [pid, started, boot, pidNamespace, host].join('.')
}

/** Reads what `formatProcess` wrote. */
export function parseProcess(text: string): ProcessIdentity | undefined {
  const [, pid, started = '', boot = '', pidNamespace = '', host = ''] = WORDS.exec(text) ?? []
  return pid === undefined ? undefined : { pid: Number(pid), started, boot, pidNamespace, host }
}

/**
 * Whether a process is still there. Where its pid alone cannot tell, the socket can that it listens on.
 */
export async function livenessOf(identity: ProcessIdentity, socket?: string): Promise<Liveness> {
  const here = system()
  if (identity.boot !== here.boot) return identity.host === here.host ? 'dead' : 'unknown'
  if (identity.pidNamespace !== here.pidNamespace) {
    return socket === undefined ? 'unknown' : listens(socket)
  }
  const started = startOf(identity.pid)
  if (started === undefined) return 'dead'
  if (started !== '' && identity.started !== '') return started === identity.started ? 'alive' : 'dead'
  return socket === undefined ? 'alive' : listens(socket)
}

/** A run that is just starting writes its journal before it listens: it is asked again for as long. */
const LISTENS_WITHIN_MS = 1_000

async function listens(socket: string): Promise<Liveness> {
  const deadline = performance.now() + LISTENS_WITHIN_MS
  for (;;) {
    const answer = await knock(socket)
    if (answer === 'alive' || performance.now() > deadline) return answer
    await pause(100)
  }
}

function knock(path: string): Promise<Liveness> {
  return new Promise((resolve) => {
    const socket = connect(path)
    const answer = (liveness: Liveness) => {
      socket.destroy()
      resolve(liveness)
    }
    socket.once('connect', () => answer('alive'))
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      // Anything else, a full queue say, comes from somebody who listens.
      answer(code === 'ECONNREFUSED' || code === 'ENOENT' ? 'dead' : 'alive'),
    )
  })
}

function system(): Omit<ProcessIdentity, 'pid' | 'started'> {
  return {
    boot: read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')).replaceAll(/\W/g, ''),
    pidNamespace: read(() => readlinkSync('/proc/self/ns/pid')).replaceAll(/\D/g, ''),
    host: createHash('sha256').update(hostname()).digest('hex').slice(0, 8),
  }
}

/** What the system does not have is empty. */
function read(source: () => string): string {
  try {
    return source()
  } catch {
    return ''
  }
}
