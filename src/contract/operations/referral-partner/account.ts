import { ApiError } from '../../shapes/error.ts'
import { ReferralPartnerProfile } from '../../shapes/me.ts'
import { operation } from '../operation.ts'

/** Who the caller is. */
export const account = {
  getMe: operation({
    method: 'GET',
    path: '/me',
    safety: 'read',
    success: [200],
    answer: ReferralPartnerProfile,
    refusals: { 404: ApiError, 500: ApiError },
  }),
} as const
