import * as v from 'valibot'
import { textOrNull, timestamp, timestampOrNull, uuid, uuidOrNull } from './field.ts'
import { Page } from './page.ts'

/**
 * Something that an account is asked to do. `action` is the call that does it, where there is one; `solutionUrl` is
 * where a person does it. Without `caseId` it is about the account as a whole.
 */
export const Task = v.object({
  id: uuid,
  type: textOrNull,
  typeLabel: textOrNull,
  title: textOrNull,
  description: textOrNull,
  status: textOrNull,
  caseId: uuidOrNull,
  caseReference: textOrNull,
  leadId: uuidOrNull,
  deadline: timestampOrNull,
  dateCreated: timestamp,
  dateSolved: timestampOrNull,
  solutionUrl: textOrNull,
  action: v.nullish(v.object({ method: textOrNull, path: textOrNull }), null),
})
/** Something that an account is asked to do. */
export type Task = v.InferOutput<typeof Task>

/** A page of an account's tasks. @see Customer API, `GET /tasks` */
export const TaskList = v.object({ page: Page, tasks: v.nullish(v.array(Task), []) })
/** A page of an account's tasks. */
export type TaskList = v.InferOutput<typeof TaskList>
