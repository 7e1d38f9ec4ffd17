import { customerApi } from '../../contract/operations/index.ts'
import { implement } from '../http/implement.ts'
import { notFound } from '../http/refusal.ts'

export const getMe = implement(customerApi.getMe, ({ world, accountId }) => {
  const creditor = world.creditorById(accountId)
  if (creditor === undefined) throw notFound('creditor')
  return creditor.profile
})
