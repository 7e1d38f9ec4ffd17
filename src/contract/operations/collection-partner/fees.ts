import { ApiError } from '../../shapes/error.ts'
import { PriceChangeConfirmation, UpdateFeesRequest, UpdateFeesResult } from '../../shapes/fees.ts'
import { operation } from '../operation.ts'

/** What a case amounts to: its claim, interest and fees. */
export const fees = {
  updateFees: operation({
    method: 'PUT',
    path: '/cases/{id}/fees',
    safety: 'idempotent',
    body: UpdateFeesRequest,
    success: [200],
    answer: UpdateFeesResult,
    refusals: { 400: ApiError, 404: ApiError, 409: PriceChangeConfirmation, 500: ApiError },
  }),
} as const
