import * as v from 'valibot'
import type { ApiName, Environment } from '../../contract/words/index.ts'
import type { RunId } from '../identity.ts'
import { Ledger, type Left } from '../ledger.ts'
import { decodeMarker } from '../marker.ts'
import { isStanding, type Resource } from '../resource.ts'
import { Entry, FORMAT, Head } from './entries.ts'
import { type ProcessIdentity, parseProcess } from './process-identity.ts'
import { readLines } from './read-lines.ts'

type PerApi = Readonly<Partial<Record<ApiName, string>>>

/** The first line of a journal, understood. */
export interface JournalHead {
  readonly runId: RunId
  readonly environment: Environment
  readonly urls: PerApi
  readonly keyPrints: PerApi
  readonly owner: ProcessIdentity
  readonly socket: string | undefined
  readonly keep: boolean
  readonly startedAt: string
}

/** Why a journal's first line says nothing. `empty`: it has none yet. */
export type NoHead = 'empty' | 'damaged' | { readonly newerFormat: number }

/** All that a journal says of its run. */
export interface JournalContents extends Left {
  /** When the journal was first taken over, in milliseconds since the epoch. */
  readonly claimedAt: number | undefined
  /** Lines that could not be read. */
  readonly damaged: number
}

/**
 * Reads the first line.
 * @throws whatever the system says where the file cannot be read
 */
export async function readHead(path: string, runId: RunId): Promise<JournalHead | NoHead> {
  for await (const line of readLines(path)) {
    const value = parsed(line)
    const result = v.safeParse(Head, value)
    const owner = result.success ? parseProcess(result.output.owner) : undefined
    if (result.success && owner !== undefined && result.output.runId === runId) {
      const { format, socket, ...head } = result.output
      return { ...head, socket, runId, owner }
    }
    const { format } = (value ?? {}) as { format?: unknown }
    return typeof format === 'number' && format > FORMAT ? { newerFormat: format } : 'damaged'
  }
  return 'empty'
}

/**
 * Reads what a run wrote down, as far as it can be read: half a line at the end is what a killed process leaves, and
 * what one damaged line said is no reason to forget the others.
 * @throws whatever the system says where the file cannot be read
 */
export async function readJournal(path: string, runId: RunId): Promise<JournalContents> {
  const ledger = new Ledger(ON_PAPER_ALREADY)
  let claimedAt: number | undefined
  let damaged = 0
  let first = true
  for await (const line of readLines(path)) {
    if (first) {
      first = false
      continue
    }
    const entry = entryOf(line, runId)
    if (entry === undefined) damaged += line === '' ? 0 : 1
    else if ('intent' in entry) ledger.intend(resourceOf(entry))
    else if ('outcome' in entry) ledger.settle(entry.key, entry.outcome, entry.id)
    else if ('served' in entry) ledger.serve(entry.served)
    else if ('claimed' in entry) claimedAt ??= entry.at
  }
  return { standing: ledger.all().filter(isStanding), served: ledger.served, claimedAt, damaged }
}

const ON_PAPER_ALREADY = { intent: () => undefined, outcome: () => undefined, served: () => undefined }

function entryOf(line: string, runId: RunId): Entry | undefined {
  const result = v.safeParse(Entry, parsed(line))
  if (!result.success) return undefined
  const entry = result.output
  // The names of cases and subscriptions are of the run's own making: another one is not in its journal.
  const isForeign = 'intent' in entry && entry.intent !== 'client' && decodeMarker(entry.key) !== runId
  return isForeign ? undefined : entry
}

function resourceOf(entry: Extract<Entry, { intent: string }>): Resource {
  const made = { key: entry.key, scopes: new Set<string>(), state: 'intended', id: undefined } as const
  if (entry.intent === 'client') return { ...made, kind: 'client', emails: [], inherited: true }
  return { ...made, kind: entry.intent, account: entry.account }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
