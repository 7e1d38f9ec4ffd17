import { ApiError } from '../../shapes/error.ts'
import { CreditorProfile } from '../../shapes/me.ts'
import { operation } from '../operation.ts'

/** Who the caller is. */
export const account = {
  getMe: operation({
    method: 'GET',
    path: '/me',
    safety: 'read',
    success: [200],
    answer: CreditorProfile,
    refusals: { 401: ApiError, 404: ApiError },
  }),
} as const
