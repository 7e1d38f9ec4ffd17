import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, it, vi } from 'vitest'

vi.setConfig({ testTimeout: 120_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
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

  it.each(Object.keys(manifest.exports))('has a file for the entry %s', (entry) => {
    const target = manifest.exports[entry]
    const file = typeof target === 'string' ? target : target.default
    expect(
      readFileSync(join(root, 'fixtures/projects/node_modules/debitura-testkit', file), 'utf8'),
    ).not.toBe('')
  })
})
