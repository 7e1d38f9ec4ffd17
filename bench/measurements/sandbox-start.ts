import { spawn } from 'node:child_process'
import { on } from 'node:events'
import { get } from 'node:http'
import { pairedRounds } from '../measure.ts'
import type { Measurement } from '../measurement.ts'
import { bareEnvironment, stop } from '../program.ts'

/** How long the sandbox takes to start, as a process of its own, up to its first answer. */
export const sandboxStart: Measurement = {
  name: 'sandbox-start',
  async run({ workspace, rounds }) {
    const pairs = await pairedRounds(rounds(15), {
      measured: () => untilFirstAnswer(workspace.kit('dist/cli/main.js'), 'sandbox', '--port', '0'),
      compared: () => untilFirstAnswer(workspace.program('bare-server')),
    })
    return [
      {
        what: 'sandbox, start to first answer',
        unit: 'ms',
        pairs,
        comparedTo: 'bare node:http process',
        by: 'difference',
        budget: { of: 'measured', atMost: 150 },
        note: 'The command `debitura-testkit sandbox --port 0`, from spawn to the answer of GET /me.',
      },
    ]
  },
}

async function untilFirstAnswer(...args: readonly string[]): Promise<number> {
  const before = performance.now()
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: bareEnvironment(),
  })
  try {
    await firstAnswer(await firstUrl(child.stdout))
    return performance.now() - before
  } finally {
    child.kill('SIGTERM')
    await stop(child)
  }
}

const PATIENCE_MS = 10_000

/** The first URL that a process prints. */
async function firstUrl(output: NodeJS.ReadableStream): Promise<string> {
  let printed = ''
  const chunks = on(output, 'data', { close: ['end'], signal: AbortSignal.timeout(PATIENCE_MS) })
  for await (const [chunk] of chunks) {
    printed += String(chunk)
    const url = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(printed)
    if (url !== null) return url[0]
  }
  throw new Error(`The process printed no URL: ${printed}`)
}

function firstAnswer(origin: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(`${origin}/me`, { headers: { XApiKey: 'sandbox-default' }, agent: false }, (answer) => {
      answer.resume().on('end', resolve)
      if (answer.statusCode !== 200) reject(new Error(`GET /me was answered ${answer.statusCode}`))
    }).on('error', reject)
  })
}
