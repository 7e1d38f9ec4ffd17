import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execute } from './execute.ts'

/**
 * Installs packages into a folder, beside what its package.json has, without running anything of theirs.
 * @param ignorePeers - installs also what the kit refuses to stand beside
 * @returns the versions that were installed, by package
 */
export async function install(
  directory: string,
  packages: Readonly<Record<string, string>>,
  { ignorePeers = false }: { readonly ignorePeers?: boolean } = {},
): Promise<Readonly<Record<string, string>>> {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'package.json')
  const manifest = readJson(path) ?? { private: true }
  writeFileSync(path, JSON.stringify({ ...manifest, devDependencies: packages }))
  const args = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--loglevel=error',
  ]
  if (ignorePeers) args.push('--legacy-peer-deps')
  const { code, output } = await execute('npm', args, { cwd: directory, env: {} })
  if (code !== 0) throw new Error(`npm install failed in ${directory}:\n${output}`)
  return Object.fromEntries(
    Object.keys(packages).map((name) => [
      name,
      String(readJson(join(directory, 'node_modules', name, 'package.json'))?.version),
    ]),
  )
}

function readJson(path: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
