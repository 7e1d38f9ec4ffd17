import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** Whether there is a built kit; where there is none, tests of the command are skipped. */
export const isBuilt = existsSync(MAIN)
if (!isBuilt) process.stderr.write('Tests of the command are skipped. Run: npm run build\n')

/** The command `debitura-testkit`, started. */
export function start(...given: string[]) {
  return startWith({}, ...given)
}

/** The same with environment variables. */
export function startWith(variables: Readonly<Record<string, string>>, ...given: string[]) {
  const child = spawn(process.execPath, [MAIN, ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...variables },
  })
  const texts = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.stderr += text
  })
  const ended = once(child, 'close').then(([code]: number[]) => ({ code, ...texts }))
  return {
    child,
    texts,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** The command, run to its end. */
export async function run(...given: string[]) {
  return await runWith({}, ...given)
}

/** The same with environment variables. */
export async function runWith(variables: Readonly<Record<string, string>>, ...given: string[]) {
  await using command = startWith(variables, ...given)
  return await command.ended
}
