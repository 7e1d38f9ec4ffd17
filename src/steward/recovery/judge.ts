import { statSync } from 'node:fs'
import { API_NAMES, API_TITLES, KEY_VARIABLES, RUN_VARIABLES, URL_VARIABLES } from '../../contract/index.ts'
import { isTaken } from '../journal/claim.ts'
import type { JournalName } from '../journal/journal-name.ts'
import { keyPrints } from '../journal/key-print.ts'
import { livenessOf } from '../journal/process-identity.ts'
import { type JournalHead, type NoHead, readHead } from '../journal/read-journal.ts'
import type { LeftAlone, Place, Untouched } from './recovery.ts'
import { isSandboxGone } from './sandbox-gone.ts'

type Verdict = Pick<LeftAlone, 'why' | 'reason' | 'todo'>

/** Longer than any run takes between making its journal and writing the first line, in milliseconds. */
const BEGINS_WITHIN_MS = 60_000

const BY_HAND = 'Run `debitura-testkit sweep --remote`, which needs no journal, and then remove the file'

/**
 * Decides whether a journal may be touched: the one place that does.
 * @throws what `isTaken` knows, where somebody else has it
 */
export async function judge(
  path: string,
  { claimer, runId }: JournalName,
  place: Place,
): Promise<JournalHead | Verdict> {
  const head = await headOf(path, runId)
  if (typeof head === 'string' || 'newerFormat' in head || 'unreadable' in head)
    return withoutHead(path, head)

  // A run's own journal is its own as long as it lives; once it is dead, whoever claimed it has it.
  const holder = claimer ?? head.owner
  const liveness = await livenessOf(holder, claimer ? undefined : head.socket)
  if (liveness === 'alive') return claimer ? verdict('being-recovered') : verdict('alive')
  if (liveness === 'unknown') return verdict('another-machine', undefined, BY_HAND)
  if (head.keep) return verdict('kept')
  return (await isSandboxGone(head)) ? head : (whereItIs(head, place) ?? head)
}

/** Only who has the keys to all that the run could reach can tell that nothing is left. */
function whereItIs(
  { environment, runId, urls, keyPrints: prints }: JournalHead,
  place: Place,
): Verdict | undefined {
  if (environment !== place.environment) {
    return verdict(
      'another-place',
      `it is of the environment \`${environment}\``,
      `Set ${RUN_VARIABLES.environment}=${environment}, and its keys`,
    )
  }
  const needed = API_NAMES.filter((api) => prints[api] !== undefined)
  const elsewhere = needed.find((api) => urls[api] !== place.urls[api])
  if (elsewhere !== undefined) {
    return verdict(
      'another-place',
      `its ${API_TITLES[elsewhere]} is at ${urls[elsewhere]}`,
      `Set ${URL_VARIABLES[elsewhere]}=${urls[elsewhere]}, and the keys that belong there`,
    )
  }
  const missing = needed.filter((api) => place.keys[api] === undefined)
  if (missing.length > 0) {
    const names = missing.map((api) => KEY_VARIABLES[api]).join(' and ')
    return verdict('missing-key', `it takes ${names}, and there is none`, `Set ${names}`)
  }
  const ours = keyPrints(runId, place.keys)
  const other = needed.find((api) => prints[api] !== ours[api])
  if (other === undefined) return undefined
  return verdict(
    'another-key',
    `it had another key of the ${API_TITLES[other]}, perhaps of another account`,
    `Set ${KEY_VARIABLES[other]} to the key that it had`,
  )
}

async function headOf(
  path: string,
  runId: JournalName['runId'],
): Promise<JournalHead | NoHead | { unreadable: unknown }> {
  try {
    if (!statSync(path).isFile()) throw new Error('it is no file')
    return await readHead(path, runId)
  } catch (unreadable) {
    if (isTaken(path, unreadable)) throw unreadable
    return { unreadable }
  }
}

function withoutHead(path: string, head: NoHead | { unreadable: unknown }): Verdict {
  if (typeof head === 'object') {
    if ('newerFormat' in head) {
      return verdict(
        'newer-format',
        `a newer debitura-testkit wrote it (format ${head.newerFormat})`,
        'Run the tests, or `debitura-testkit sweep`, with that version',
      )
    }
    return verdict('unreadable', `it cannot be read (${(head.unreadable as Error).message})`, BY_HAND)
  }
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  // Where the clock was turned back meanwhile, a file is as if from the future.
  const isFresh = Math.abs(age) < BEGINS_WITHIN_MS
  return head === 'empty' || isFresh ? verdict('begun') : verdict('damaged', undefined, BY_HAND)
}

const REASONS: Readonly<Record<Untouched, string>> = {
  alive: 'its run is still going',
  'being-recovered': 'another process is cleaning up after it',
  kept: `its run was asked to keep everything (${RUN_VARIABLES.keep})`,
  begun: 'it is only begun, so its run has made nothing yet',
  'another-machine':
    'it is of another machine or container, and only there can be told whether its run is still going',
  'another-place': 'it is of another place',
  'missing-key': 'there is no key for it',
  'another-key': 'there is another key for it',
  'newer-format': 'a newer debitura-testkit wrote it',
  damaged: 'its first line is damaged, so it does not say where its run was',
  unreadable: 'it cannot be read',
}

function verdict(why: Untouched, reason: string = REASONS[why], todo = ''): Verdict {
  return { why, reason, todo }
}
