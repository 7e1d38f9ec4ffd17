/**
 * Packs the kit as npm would publish it, and installs the package for the projects under fixtures/projects: they use it
 * as a stranger's project does, through its exports and nothing else.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'fixtures', 'projects', 'node_modules')
const target = join(modules, 'debitura-testkit')

mkdirSync(modules, { recursive: true })
// Unpacked beside its place and moved there: whoever looks meanwhile finds the whole package, or none.
const staging = mkdtempSync(join(modules, '.unpack-'))
try {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', staging], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename }] = JSON.parse(packed)
  execFileSync('tar', ['-xzf', filename], { cwd: staging })
  rmSync(target, { recursive: true, force: true })
  renameSync(join(staging, 'package'), target)
} finally {
  rmSync(staging, { recursive: true, force: true })
}
