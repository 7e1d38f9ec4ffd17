import { randomUUID } from 'node:crypto'
import type { TaskType } from '../../../contract/words/index.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import { dossierOf } from '../../store/dossier.ts'
import type { TaskRecord } from '../../store/task-record.ts'
import type { World } from '../../store/world.ts'

/** Tasks that come and go with a case's lifecycle. */
const BY_LIFECYCLE: ReadonlySet<TaskType> = new Set<TaskType>([
  'MoreInfoNeeded',
  'CaseValidationNeedsInfo',
  'SelectQuoteWinner',
])

/**
 * Opens the task that a case's lifecycle brings, and solves those that it has left behind.
 * @see Customer API, `GET /tasks`
 */
export function keepTasksInStep(world: World, record: CaseRecord): void {
  const wanted = taskOf(world, record)
  const isOver = record.lifecycle === 'Closed' || record.lifecycle === 'Merged'
  for (const task of record.dossier?.tasks ?? []) {
    if (isOver || (BY_LIFECYCLE.has(task.type) && task.type !== wanted)) solve(world, task)
  }
  if (wanted !== undefined) openCaseTask(world, record, wanted)
}

function taskOf(world: World, { lifecycle }: CaseRecord): TaskType | undefined {
  if (lifecycle === 'NeedsAdditionalDetails') return world.behaviours.needsInfoTask
  return lifecycle === 'LeadsQuoteGiven' ? 'SelectQuoteWinner' : undefined
}

/** Asks the creditor of a real case for an answer; of a test case nobody is asked for one. */
export function askForReply(world: World, record: CaseRecord): void {
  if (!record.isTest) openCaseTask(world, record, 'ReplyToChat')
}

/** The creditor has answered. */
export function replied(world: World, record: CaseRecord): void {
  for (const task of record.dossier?.tasks ?? []) if (task.type === 'ReplyToChat') solve(world, task)
}

/** Asks an account to sign, unless it is asked already. */
export function askForSignature(world: World, accountId: string): void {
  if (openSignature(world, accountId) === undefined) add(world, { accountId, type: 'SignContract' })
}

/** The account has signed. */
export function signed(world: World, accountId: string): void {
  const task = openSignature(world, accountId)
  if (task !== undefined) solve(world, task)
}

function openSignature(world: World, accountId: string): TaskRecord | undefined {
  for (const task of world.tasks.ofAccount(accountId)) {
    if (task.type === 'SignContract' && task.dateSolved === null) return task
  }
  return undefined
}

function openCaseTask(world: World, record: CaseRecord, type: TaskType): void {
  // A managing partner has no tasks: no operation of its API shows any.
  if (record.accountId === world.collectionPartner.id) return
  const { tasks, quoteRequests } = dossierOf(record)
  if (tasks.some((task) => task.type === type && task.dateSolved === null)) return
  const leadId = type === 'SelectQuoteWinner' ? (quoteRequests.at(-1)?.id ?? null) : null
  tasks.push(add(world, { accountId: record.accountId, caseId: record.id, leadId, type }))
}

type NewTask = Pick<TaskRecord, 'accountId' | 'type'> & Partial<Pick<TaskRecord, 'caseId' | 'leadId'>>

function add(world: World, task: NewTask): TaskRecord {
  const record: TaskRecord = {
    id: randomUUID(),
    caseId: null,
    leadId: null,
    ...task,
    dateCreated: world.now(),
    dateSolved: null,
    placeInAccount: -1,
  }
  world.tasks.add(record)
  return record
}

function solve(world: World, task: TaskRecord): void {
  task.dateSolved ??= world.now()
}
