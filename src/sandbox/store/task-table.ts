import { Ledger } from './ledger.ts'
import type { TaskRecord } from './task-record.ts'

/** The tasks of a world's accounts. Those of a case stand in its dossier too. */
export class TaskTable {
  readonly #byAccount = new Map<string, Ledger<'placeInAccount', TaskRecord>>()

  add(task: TaskRecord): void {
    let others = this.#byAccount.get(task.accountId)
    if (others === undefined) {
      others = new Ledger<'placeInAccount', TaskRecord>('placeInAccount')
      this.#byAccount.set(task.accountId, others)
    }
    others.add(task)
  }

  delete(task: TaskRecord): void {
    const others = this.#byAccount.get(task.accountId)
    others?.delete(task)
    if (others?.size === 0) this.#byAccount.delete(task.accountId)
  }

  deleteAccount(accountId: string): void {
    this.#byAccount.delete(accountId)
  }

  /** Tasks of an account, newest first. */
  *ofAccount(accountId: string): Generator<TaskRecord, void> {
    yield* this.#byAccount.get(accountId)?.newestFirst() ?? []
  }

  /** Tasks of every account, each account's in the order in which they came. */
  *all(): Generator<TaskRecord, void> {
    for (const tasks of this.#byAccount.values()) yield* [...tasks.newestFirst()].reverse()
  }
}
