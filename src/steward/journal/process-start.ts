import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** When a process started, as the system counts: `undefined` where there is none, empty where the system does not say. */
export function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return startByProc(pid)
  if (process.platform === 'win32') return isThere(pid) ? '' : undefined
  return startByPs(pid)
}

/**
 * As Linux tells it: in ticks since the boot.
 * @see proc_pid_stat(5): the name in brackets may itself hold any character.
 */
export function startByProc(pid: number): string | undefined {
  const stat = statOf(pid)
  if (stat === undefined) return isThere(pid) ? '' : undefined
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // A zombie does nothing any more, and waits for its parent only.
  return ['Z', 'X'].includes(fields[0] ?? '') ? undefined : fields[19]
}

/**
 * As macOS and the BSDs tell it: to the second. Each column is asked for by itself, because what follows a `=` in a list is
 * a heading on FreeBSD.
 * @see FreeBSD's ps(1), on `-o`
 */
export function startByPs(pid: number): string | undefined {
  if (!isThere(pid)) return undefined
  const { stdout, status } = spawnSync('ps', ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  })
  const [, state = '', start = ''] = /^(\S+)\s+(.*)$/.exec((stdout ?? '').trim()) ?? []
  if (status !== 0) return ''
  return state.startsWith('Z') ? undefined : start.replaceAll(/\W/g, '')
}

function statOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    // It is gone, or of another user where the system hides those.
    return undefined
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
