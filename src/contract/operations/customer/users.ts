import { ProblemDetails } from '../../shapes/error.ts'
import { UserList } from '../../shapes/team.ts'
import { operation } from '../operation.ts'
import { PAGE_QUERY } from '../paging.ts'

/** Who acts for the account. */
export const users = {
  listUsers: operation({
    method: 'GET',
    path: '/users',
    safety: 'read',
    query: PAGE_QUERY,
    success: [200],
    answer: UserList,
    refusals: { 400: ProblemDetails, 401: ProblemDetails, 500: ProblemDetails },
  }),
} as const
