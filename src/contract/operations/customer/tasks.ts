import { array, optional, string } from 'valibot'
import { ApiError } from '../../shapes/error.ts'
import { int32 } from '../../shapes/field.ts'
import { Task, TaskList } from '../../shapes/task.ts'
import { operation } from '../operation.ts'

const TASK_QUERY = { status: optional(string(), 'Open'), type: optional(array(string())) } as const

/** What a client is asked to do, for one case or in all. */
export const tasks = {
  listCaseTasks: operation({
    method: 'GET',
    path: '/cases/{id}/tasks',
    safety: 'read',
    query: TASK_QUERY,
    success: [200],
    answer: array(Task),
    refusals: { 400: ApiError, 404: ApiError },
  }),
  listTasks: operation({
    method: 'GET',
    path: '/tasks',
    safety: 'read',
    query: { ...TASK_QUERY, Page: optional(int32, 1), PageSize: optional(int32, 10) },
    success: [200],
    answer: TaskList,
    refusals: { 400: ApiError },
  }),
} as const
