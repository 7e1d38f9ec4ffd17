import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, vi } from 'vitest'
import { startByProc, startByPs } from '../../../src/steward/journal/process-start.ts'
import { folder } from '../recovery/dead-run.ts'

const hasPs = spawnSync('ps', ['-o', 'stat=', '-p', String(process.pid)]).status === 0
if (!hasPs) process.stderr.write('Tests of `ps` are skipped: it is not installed.\n')

const WAYS = [
  ['/proc', startByProc, process.platform === 'linux'],
  ['ps', startByPs, hasPs && process.platform !== 'win32'],
] as const

/** A process that does nothing, until the test is over with it. */
async function idle() {
  const child = spawn('sleep', ['600'], { stdio: 'ignore' })
  await once(child, 'spawn')
  return {
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

/** A process that has ended, and of which its parent never wants to know: the shell that became `sleep`. */
async function zombie() {
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 600'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [pid] = await once(createInterface({ input: parent.stdout }), 'line')
  return {
    pid: Number(pid),
    async [Symbol.asyncDispose]() {
      parent.kill('SIGKILL')
      await once(parent, 'close')
    },
  }
}

describe.each(WAYS)('by %s, a process', (_, startOf, isHere) => {
  it.skipIf(!isHere)('that lives has a start of one word, each time the same', async () => {
    await using child = await idle()
    const start = startOf(child.pid)
    expect(start).toMatch(/^\w+$/)
    expect(startOf(child.pid)).toBe(start)
  })

  it.skipIf(!isHere)('is the same in whatever language and time zone it is asked for', async () => {
    await using child = await idle()
    const start = startOf(child.pid)
    vi.stubEnv('TZ', 'Pacific/Auckland')
    vi.stubEnv('LC_ALL', 'da_DK.UTF-8')
    try {
      expect(startOf(child.pid)).toBe(start)
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it.skipIf(!isHere)('that started later has another start', async () => {
    const start = startOf(process.pid)
    await vi.waitFor(
      async () => {
        await using child = await idle()
        expect(startOf(child.pid)).toMatch(/^\w+$/)
        expect(startOf(child.pid)).not.toBe(start)
      },
      { timeout: 10_000, interval: 100 },
    )
  })

  it.skipIf(!isHere)('that was killed has none', async () => {
    const child = await idle()
    await child[Symbol.asyncDispose]()
    expect(startOf(child.pid)).toBeUndefined()
  })

  it.skipIf(!isHere)('that is a zombie has none', async () => {
    await using child = await zombie()
    await vi.waitFor(() => expect(startOf(child.pid)).toBeUndefined(), { timeout: 10_000 })
    expect(() => process.kill(child.pid, 0)).not.toThrow()
  })
})

it.skipIf(process.platform === 'win32')("by the BSDs' `ps`, a start is no heading and no state", () => {
  using place = folder()
  // After the first `=`, all that an option still says is the heading of the one column that it asks for.
  const script = `#!/bin/sh
while [ $# -gt 0 ]; do
  case "$2" in
    stat=) state=Ss ;;
    lstart=) start='Sun Nov 22 04:23:48 2026' ;;
    stat=*) echo "\${2#stat=}"; state=Ss ;;
  esac
  shift
done
echo "$state $start"
`
  writeFileSync(join(place.path, 'ps'), script, { mode: 0o755 })
  vi.stubEnv('PATH', `${place.path}:${process.env.PATH}`)
  try {
    expect(startByPs(process.pid)).toBe('SunNov220423482026')
  } finally {
    vi.unstubAllEnvs()
  }
})
