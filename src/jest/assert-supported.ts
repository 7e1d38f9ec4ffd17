import { createRequire } from 'node:module'
import { join } from 'node:path'
import { DebituraTestkitError } from '../errors/index.ts'

/** The oldest Jest that the kit is tried with. */
const OLDEST = 30

/**
 * Refuses a Jest that is too old. One that a project cannot find by its name is taken as it is.
 * @throws DebituraTestkitError `DBT_SETTINGS`
 */
export function assertSupported(rootDir: string): void {
  const version = versionFor(rootDir)
  if (version === undefined || Number.parseInt(version, 10) >= OLDEST) return
  const error = new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: 'Failed to start the run',
    why: `Jest ${version} is not supported`,
    todo: `Install Jest ${OLDEST} or later`,
  })
  // Lines of the kit's own code, which Jest shows, would lead astray.
  error.stack = `${error.name}: ${error.message}`
  throw error
}

function versionFor(rootDir: string): string | undefined {
  try {
    // A package always says its version.
    const manifest: { readonly version: string } = createRequire(join(rootDir, 'package.json'))(
      'jest/package.json',
    )
    return manifest.version
  } catch {
    // Installed in parts, or elsewhere.
    return undefined
  }
}
