import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { API_NAMES } from '../../../src/contract/index.ts'
import { connect, createRedactor } from '../../../src/debitura/index.ts'
import { type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { newIdentity } from '../../../src/steward/identity.ts'
import { type Journal, openJournal } from '../../../src/steward/journal/journal.ts'
import { identifyProcess, type ProcessIdentity } from '../../../src/steward/journal/process-identity.ts'
import { type RecoverOptions, recoverRuns } from '../../../src/steward/recovery/recover-runs.ts'
import type { Recovery } from '../../../src/steward/recovery/recovery.ts'
import { freshWorld, type HostedSteward, type Hosting, hostSteward } from '../hosted.ts'

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
  return folderAt(mkdtempSync(join(tmpdir(), 'dbt-')))
}

/** The folder of journals of a process that has such a folder for temporary files. */
export function stateFolder(temporary: string): Folder {
  return folderAt(join(temporary, readdirSync(temporary)[0] ?? ''))
}

function folderAt(path: string): Folder {
  const journals = () => readdirSync(path).filter((name) => name.endsWith('.jsonl'))
  return {
    path,
    journals,
    lines() {
      const [name = ''] = journals()
      const lines = readFileSync(join(path, name), 'utf8').split('\n')
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** All that a world holds, as text. */
export function contentsOf(sandbox: Sandbox, world: string): string {
  const view = sandbox.world(world)
  return JSON.stringify([view.cases(), view.clients(), view.webhooks()])
}

/** A world that holds what somebody else made. */
export function foreignWorld(sandbox: Sandbox): { readonly world: string; readonly before: string } {
  const world = freshWorld()
  const view = sandbox.world(world)
  view.seedClient({ externalTenantId: 'theirs' })
  view.seedCase({ externalTenantId: 'theirs', isTest: true, tag: 'suite-run-of-theirs' })
  view.seedCase()
  return { world, before: contentsOf(sandbox, world) }
}

/** Keys that open a world. */
export function keysOf(world: string): RecoverOptions['place']['keys'] {
  return Object.fromEntries(API_NAMES.map((api) => [api, sandboxKey(world)]))
}

/** How a run is doomed. */
export interface Doom extends Hosting {
  readonly owner?: ProcessIdentity
  readonly socket?: string
  /** What the run writes to, instead of the journal itself. */
  readonly writing?: (journal: Journal) => Journal
}

/** A run whose journal says that its process is dead. What it does from now on, it did before it died. */
export function doomedRun(
  { urls }: Pick<Sandbox, 'urls'>,
  { path }: Pick<Folder, 'path'>,
  world: string,
  hosting: Doom = {},
): HostedSteward {
  const { owner = DEAD, socket, writing = (journal) => journal, ...rest } = hosting
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
  return hostSteward({ urls }, { world, identity, journal: writing(journal), ...rest })
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
