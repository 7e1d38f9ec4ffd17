import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT, INSTALLED_KIT, SOURCES } from './paths.ts'

/** Refuses to test a package that is not the one that the sources make. */
export function assertBuilt(): void {
  const built = filesOf(BUILT)
  const newestSource = Math.max(...filesOf(SOURCES).map(changedAt))
  const isFresh = built.length > 0 && newestSource <= Math.max(...built.map(changedAt))
  const isInstalled = built.every((file) =>
    sameText(file, join(INSTALLED_KIT, 'dist', file.slice(BUILT.length))),
  )
  if (isFresh && isInstalled) return
  throw new Error('The packed kit is not that of src. Run: npm run build && npm run install-kit')
}

function filesOf(directory: string): string[] {
  if (!existsSync(directory)) return []
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function changedAt(file: string): number {
  return statSync(file).mtimeMs
}

function sameText(one: string, other: string): boolean {
  return existsSync(other) && readFileSync(one, 'utf8') === readFileSync(other, 'utf8')
}
