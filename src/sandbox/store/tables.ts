import { Agenda } from '../clock/agenda.ts'
import { FaultTable } from '../faults/fault-table.ts'
import { RateLimiter } from '../http/rate-limit.ts'
import { CaseTable } from './case-table.ts'
import { ClientTable } from './client-table.ts'
import { DivisionTable } from './division-table.ts'
import { EventLog } from './event-log.ts'
import { ExistingAccountTable } from './existing-account-table.ts'
import { IngestionJobTable } from './ingestion-job-table.ts'
import { LinkTable } from './link-table.ts'
import { Outbox } from './outbox.ts'
import { PaymentTable } from './payment-table.ts'
import { Sequences } from './sequences.ts'
import { StoredAnswers } from './stored-answers.ts'
import { TaskTable } from './task-table.ts'
import { WebhookTable } from './webhook-table.ts'

/** What every table offers, so that a snapshot can hold its rows and put them back. Rows are plain data. */
export interface Table {
  /** The rows, in the order in which `add` is to put them back. */
  all(): Iterable<unknown>
  /** Puts a row in; it does nothing else. */
  add(row: never): void
}

/**
 * Everything that a world keeps. A snapshot takes the rows of all that stands here, so whatever a world is to
 * remember is a table of this class.
 */
export class Tables {
  readonly agenda: Agenda = new Agenda()
  readonly cases: CaseTable = new CaseTable()
  readonly clients: ClientTable = new ClientTable()
  readonly divisions: DivisionTable = new DivisionTable()
  readonly events: EventLog = new EventLog()
  readonly existingAccounts: ExistingAccountTable = new ExistingAccountTable()
  readonly links: LinkTable = new LinkTable()
  /** What keys and tokens used of the rate limits. */
  readonly calls: RateLimiter = new RateLimiter()
  /** What was ordered to go wrong. */
  readonly faults: FaultTable = new FaultTable()
  readonly ingestionJobs: IngestionJobTable = new IngestionJobTable()
  readonly payments: PaymentTable = new PaymentTable()
  readonly outbox: Outbox = new Outbox()
  readonly sequences: Sequences = new Sequences()
  readonly storedAnswers: StoredAnswers = new StoredAnswers()
  readonly tasks: TaskTable = new TaskTable()
  readonly webhooks: WebhookTable = new WebhookTable()
}

/** Rows by the name of their table. */
export type Rows = Readonly<Record<string, readonly unknown[]>>

const TABLES = Object.keys(new Tables())

/** The tables by name. A member of `Tables` that is no table does not compile here. */
const byName = (tables: Readonly<Record<keyof Tables, Table>>): Readonly<Record<string, Table>> => tables

export function rowsOf(tables: Tables): Rows {
  return Object.fromEntries(TABLES.map((name) => [name, [...(byName(tables)[name]?.all() ?? [])]]))
}

/** Puts rows into tables that are empty. */
export function addRows(tables: Tables, rows: Rows): void {
  for (const name of TABLES) {
    const table = byName(tables)[name]
    // The rows of a name were read from the table of that name.
    for (const row of rows[name] ?? []) table?.add(row as never)
  }
}
