import { createRequire } from 'node:module'
import { DebituraTestkitError } from '../errors/index.ts'

/** The oldest Vitest that has what the kit stands on: `configureVitest`, and fixtures of a file's scope. */
const OLDEST = [3, 2] as const

/**
 * Refuses a Vitest that is too old, before anything of it is called that it does not have.
 * @throws DebituraTestkitError `DBT_SETTINGS`
 */
export function assertSupported(version: string = installedVersion()): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  throw new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: 'Failed to start the run',
    why: `Vitest ${version} is not supported`,
    todo: `Install Vitest ${OLDEST.join('.')} or later`,
  })
}

/** The Vitest that stands beside the kit. */
function installedVersion(): string {
  const manifest: { readonly version: string } = createRequire(import.meta.url)('vitest/package.json')
  return manifest.version
}
