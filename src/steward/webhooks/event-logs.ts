import { setTimeout as pause } from 'node:timers/promises'
import type { WebhookEvent } from '../../contract/index.ts'
import { type Account, accountKey, type EventLog } from '../../protocol/index.ts'
import type { PollBudget } from './poll-budget.ts'
import { PolledLog } from './polled-log.ts'

/** Reads a case's log once. */
export type ReadLog = (account: Account, caseId: string) => Promise<WebhookEvent[]>

/** Debitura records an attempt once the receiver has answered, and this is long enough for that on loopback. */
const RECORDED_WITHIN_MS = 5

/** The event logs of cases, each read by one poller for everybody who waits for something in it. */
export class EventLogs {
  readonly #read: ReadLog
  readonly #budget: PollBudget
  /** By case, then by account: the same case shows on two APIs. */
  readonly #logs = new Map<string, Map<string, PolledLog>>()

  constructor(read: ReadLog, budget: PollBudget) {
    this.#read = read
    this.#budget = budget
  }

  /** A case's log as it is now; or, while it is not newer than the version, as it is when the time is over. */
  async read(account: Account, caseId: string, version: number, withinMs: number): Promise<EventLog> {
    const deadline = performance.now() + withinMs
    const log = this.#logOf(account, caseId)
    log.hurry()
    await log.next()
    for (;;) {
      const leftMs = deadline - performance.now()
      if (log.version > version || leftMs <= 0) return log.contents()
      const over = new AbortController()
      await Promise.race([log.next(), pause(leftMs, undefined, over).catch(() => undefined)])
      over.abort()
    }
  }

  /** A delivery is on its way: what it is about shows in the log at once. */
  stir(caseId: string): void {
    for (const log of this.#logs.get(caseId)?.values() ?? []) log.hurry(RECORDED_WITHIN_MS)
  }

  /** Nobody asks for these any more. */
  forget(caseIds: Iterable<string>): void {
    for (const caseId of caseIds) this.#logs.delete(caseId)
  }

  #logOf(account: Account, caseId: string): PolledLog {
    const logs = this.#logs.get(caseId) ?? new Map<string, PolledLog>()
    this.#logs.set(caseId, logs)
    const key = accountKey(account)
    const log = logs.get(key) ?? new PolledLog(() => this.#read(account, caseId), this.#budget)
    logs.set(key, log)
    return log
  }
}
