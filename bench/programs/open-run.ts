/** Starts a run, or a bare process that listens, and says how long it took. One of both, once: it is the first time that counts. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startRun } from 'debitura-testkit'
import { offer } from './offer.ts'

const bareServer = fileURLToPath(new URL('./bare-server.js', import.meta.url))

const functions = {
  async run() {
    const before = performance.now()
    const run = await startRun()
    const ms = performance.now() - before
    await run.end()
    return ms
  },
  async bareProcess() {
    const before = performance.now()
    const child = spawn(process.execPath, [bareServer], { stdio: ['pipe', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    const ms = performance.now() - before
    child.stdin.end()
    await once(child, 'exit')
    return ms
  },
}

export type OpenRun = typeof functions
offer(functions)
