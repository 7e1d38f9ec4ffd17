import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { taskList } from '../../lists/task-list.ts'

export const listTasks = implement(customerApi.listTasks, ({ world, accountId, query }) =>
  taskList(world, accountId, query),
)
