import type { Task } from '../../contract/shapes/index.ts'
import { TASK_TYPES, type TaskType } from '../../contract/words/index.ts'
import { contractUrl } from '../page-urls.ts'
import type { TaskRecord } from '../store/task-record.ts'
import type { World } from '../store/world.ts'
import { readStyle, written, writtenOrNull } from './timestamp.ts'

/** Types of task that a message in the case's chat leads to the end of. */
const ANSWERED_IN_CHAT: ReadonlySet<TaskType> = new Set<TaskType>([
  'ReplyToChat',
  'ClientInputRequired',
  'MoreInfoNeeded',
])

/** A task, as its account sees it. */
export function taskView(world: World, task: TaskRecord): Task {
  const { type, caseId, dateSolved } = task
  const style = readStyle(world)
  const inChat = ANSWERED_IN_CHAT.has(type)
  return {
    id: task.id,
    type,
    typeLabel: TASK_TYPES[type],
    title: TASK_TYPES[type],
    description: null,
    status: dateSolved === null ? 'Open' : 'Solved',
    caseId,
    // The contract calls this the reader's own reference.
    caseReference: caseId === null ? null : (world.cases.byId(caseId)?.creditorReference ?? null),
    leadId: task.leadId,
    deadline: null,
    dateCreated: written(task.dateCreated, style),
    dateSolved: writtenOrNull(dateSolved, style),
    solutionUrl: solutionUrl(world, task),
    action: inChat ? { method: 'POST', path: '/cases/{caseId}/chats' } : null,
  }
}

/** Where a person solves it: the page to sign on, or else the case. */
function solutionUrl(world: World, { accountId, caseId }: TaskRecord): string {
  const { customer } = world.debitura.urls
  if (caseId !== null) return `${customer}/cases/${caseId}`
  const creditor = world.creditorById(accountId)
  return (creditor && contractUrl(world, creditor)) ?? customer
}
