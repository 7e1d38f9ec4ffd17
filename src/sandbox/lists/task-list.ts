import type { TaskList } from '../../contract/shapes/index.ts'
import { TASK_STATUSES, TASK_TYPES, type TaskType } from '../../contract/words/index.ts'
import { pageOf, pageRequest } from '../http/page.ts'
import type { Query } from '../http/query.ts'
import { badRequest } from '../http/refusal.ts'
import type { TaskRecord } from '../store/task-record.ts'
import type { World } from '../store/world.ts'
import { taskView } from '../views/task-view.ts'

/** A page of an account's tasks, newest first. @see Customer API, `GET /tasks` */
export function taskList(world: World, accountId: string, query: Query): TaskList {
  const request = pageRequest(query)
  const keep = taskFilter(query)
  const { page, items } = pageOf([...world.tasks.ofAccount(accountId)].filter(keep), request)
  return { page, tasks: items.map((task) => taskView(world, task)) }
}

/** Whether a task passes; `status` and `type` are read as names or labels, in any case. */
export function taskFilter(query: Query): (task: TaskRecord) => boolean {
  const status = statusIn(query.text('status') || 'Open')
  const types = new Set(query.list('type').map(typeIn))
  return ({ type, dateSolved }) =>
    (dateSolved === null ? 'Open' : 'Solved') === status && (types.size === 0 || types.has(type))
}

function statusIn(text: string): string {
  const status = TASK_STATUSES.find((known) => known.toLowerCase() === text.trim().toLowerCase())
  if (status !== undefined) return status
  throw badRequest('InvalidStatus', `Unknown status: ${text}. Use ${TASK_STATUSES.join(', ')}.`)
}

// The keys of TASK_TYPES are exactly the type TaskType.
const NAMES = Object.keys(TASK_TYPES) as readonly TaskType[]

function typeIn(text: string): TaskType {
  const wanted = text.toLowerCase()
  const type = NAMES.find((name) => [name, TASK_TYPES[name]].some((known) => known.toLowerCase() === wanted))
  if (type !== undefined) return type
  throw badRequest('InvalidTaskType', `Unknown type: ${text}. Use ${NAMES.join(', ')}.`)
}
