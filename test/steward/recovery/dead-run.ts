import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { API_NAMES } from '../../../src/contract/index.ts'
import { connect, createRedactor } from '../../../src/debitura/index.ts'
import { type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { newIdentity } from '../../../src/steward/identity.ts'
import { openJournal } from '../../../src/steward/journal/journal.ts'
import { identifyProcess, type ProcessIdentity } from '../../../src/steward/journal/process-identity.ts'
import { type RecoverOptions, recoverRuns } from '../../../src/steward/recovery/recover-runs.ts'
import type { Recovery } from '../../../src/steward/recovery/recovery.ts'
import { type HostedSteward, type Hosting, hostSteward } from '../hosted.ts'

/** A process that had this one's pid before: a pid alone does not tell them apart. */
export const DEAD: ProcessIdentity = { ...identifyProcess(), started: '1' }

/** A folder for journals. */
export interface Folder extends Disposable {
  readonly path: string
  /** The names of the journals in it. */
  journals(): readonly string[]
  /** The lines of the one journal that there is. */
  lines(): readonly Readonly<Record<string, unknown>>[]
}

export function folder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'dbt-'))
  const journals = () => readdirSync(path).filter((name) => name.endsWith('.jsonl'))
  return {
    path,
    journals,
    lines() {
      const [name = ''] = journals()
      const text = readFileSync(join(path, name), 'utf8')
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** Keys that open a world. */
export function keysOf(world: string): RecoverOptions['place']['keys'] {
  return Object.fromEntries(API_NAMES.map((api) => [api, sandboxKey(world)]))
}

/** A run whose journal says that its process is dead. What it does from now on, it did before it died. */
export function doomedRun(
  { urls }: Pick<Sandbox, 'urls'>,
  { path }: Pick<Folder, 'path'>,
  world: string,
  hosting: Hosting & { readonly owner?: ProcessIdentity; readonly socket?: string } = {},
): HostedSteward {
  const { owner = DEAD, socket, ...rest } = hosting
  const identity = newIdentity()
  const journal = openJournal(path, {
    identity,
    environment: 'sandbox',
    urls,
    keys: keysOf(world),
    keep: hosting.settings?.keep ?? false,
    owner,
    socket,
    startedAt: '2026-01-15T12:00:00.000Z',
  })
  return hostSteward({ urls }, { world, identity, journal, ...rest })
}

/** Recovers as the next run would. */
export async function recoverIn(
  { urls }: Pick<Sandbox, 'urls'>,
  { path }: Pick<Folder, 'path'>,
  world: string,
  options: Partial<RecoverOptions> = {},
): Promise<readonly Recovery[]> {
  const redactor = createRedactor()
  await using connection = connect({ environment: 'sandbox', urls, redactor, pacing: false })
  const place = { environment: 'sandbox', urls, keys: keysOf(world) } as const
  return await recoverRuns({ directory: path, place, connection, redactor, graceMs: 0, ...options })
}
