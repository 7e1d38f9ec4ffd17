import { spawn } from 'node:child_process'

/** How to run a program. */
export interface Execution {
  readonly cwd: string
  /** Set on top of what this process has, as far as that does not change how a test runner behaves. */
  readonly env: Readonly<Record<string, string>>
  /** @default 180_000 */
  readonly timeoutMs?: number
}

/** Variables of this process that would change how the program behaves. */
const FOREIGN = /^(VITEST|JEST|DEBITURA|NODE_|npm_|TEST$|CI$|GITHUB_|FORCE_COLOR|NO_COLOR)/

/** Runs a program to its end, or kills it when it takes too long. */
export function execute(
  file: string,
  args: readonly string[],
  { cwd, env, timeoutMs = 180_000 }: Execution,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name))
  const child = spawn(file, args, {
    cwd,
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    shell: process.platform === 'win32',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
