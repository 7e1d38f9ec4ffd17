import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { taskFilter } from '../../lists/task-list.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { taskView } from '../../views/task-view.ts'

export const listCaseTasks = implement(customerApi.listCaseTasks, ({ world, accountId, path, query }) => {
  const { dossier } = ownCase(world, accountId, path.id)
  const tasks = (dossier?.tasks ?? []).toReversed()
  return tasks.filter(taskFilter(query)).map((task) => taskView(world, task))
})
