import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execute } from './execute.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** Packs the kit as npm would publish it. The build has to be up to date. */
export async function pack(directory: string): Promise<string> {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', directory]
  const { code, output } = await execute('npm', args, { cwd: ROOT, env: {} })
  const filename = /"filename": "([^"]+)"/.exec(output)?.[1]
  if (code !== 0 || filename === undefined) throw new Error(`npm pack failed:\n${output}`)
  return join(directory, filename)
}
