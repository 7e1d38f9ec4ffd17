import type { TaskType } from '../../contract/words/index.ts'

/** Something that an account is asked to do. Times are ISO 8601 in UTC, with `Z`. */
export interface TaskRecord {
  readonly id: string
  readonly accountId: string
  /** `null` where it is about the account as a whole. */
  readonly caseId: string | null
  /** The quote request that it is about. */
  readonly leadId: string | null
  readonly type: TaskType
  readonly dateCreated: string
  /** `null` while it is open. */
  dateSolved: string | null
  /** Its place among the tasks of its account. */
  placeInAccount: number
}
