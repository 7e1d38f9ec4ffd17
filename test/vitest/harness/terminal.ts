import { spawnSync } from 'node:child_process'

/** Whether a process can be given a terminal here: it takes `script`, of util-linux. */
export const hasTerminal: boolean = /util-linux/.test(
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '',
)

/** The command that gives another one a terminal, and exits as it does. */
export function inTerminal([file, ...given]: readonly string[]): readonly [string, ...string[]] {
  const quoted = [process.execPath, file ?? '', ...given].map((part) => `'${part.replaceAll("'", `'\\''`)}'`)
  return ['script', '--quiet', '--flush', '--return', '--command', quoted.join(' '), '/dev/null']
}
