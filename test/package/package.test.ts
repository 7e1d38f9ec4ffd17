import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, it, vi } from 'vitest'

vi.setConfig({ testTimeout: 120_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Bytes of all files in a folder. */
function sizeOf(directory: string): number {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

describe('the package', () => {
  it('is what publint wants of one', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, strict: true, level: 'warning' })
    expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([])
  })

  it('has types that resolve for every entry', () => {
    const attw = join(
      dirname(createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json')),
      'dist/index.js',
    )
    const run = () =>
      execFileSync(process.execPath, [attw, '--pack', root, '--profile', 'esm-only', '--no-color'], {
        // Packing must not build anew: other tests are at work on what is built.
        env: { ...process.env, npm_config_ignore_scripts: 'true' },
        encoding: 'utf8',
        stdio: 'pipe',
      })
    expect(run).not.toThrow()
  })

  it('takes at most 20 packages and 15 MB, itself included, and runs nothing when it is installed', () => {
    const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    // TypeScript is an optional peer of what checks shapes: no project gets it by this one.
    const packages = listed.split('\n').filter((path) => path.startsWith(join(root, 'node_modules')))
    const installed = packages.filter((path) => !path.endsWith('typescript'))
    expect(installed.length + 1).toBeLessThanOrEqual(20)
    const bytes = [...installed, join(root, 'dist'), join(root, 'docs')].map(sizeOf)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15_000_000)
    for (const path of installed) {
      const { scripts = {} } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
      expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([])
    }
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([])
  })

  it('holds the built code, the payloads and the papers, and nothing else', () => {
    const [{ files }] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    )
    const tops = new Set(
      files.map(({ path }: { path: string }) =>
        path
          .split('/')
          .slice(0, path.startsWith('fixtures') ? 2 : 1)
          .join('/'),
      ),
    )
    expect([...tops].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.md',
      'dist',
      'docs',
      'fixtures/payloads',
      'package.json',
    ])
  })

  it.each(Object.keys(manifest.exports))('has the files of the entry %s', (entry) => {
    for (const file of filesOf(manifest.exports[entry]))
      expect(
        readFileSync(join(root, 'fixtures/projects/node_modules/debitura-testkit', file), 'utf8'),
      ).not.toBe('')
  })
})

/** What an entry leads to, under whatever condition. */
function filesOf(target: string | Record<string, unknown>): string[] {
  if (typeof target === 'string') return [target]
  // Conditions lead to files, or to more conditions.
  return Object.values(target).flatMap((inner) => filesOf(inner as typeof target))
}
