import { CaseValidation } from '../../shapes/case-validation.ts'
import { ApiError } from '../../shapes/error.ts'
import { ExclusivePeriod } from '../../shapes/exclusive-period.ts'
import { operation } from '../operation.ts'

/** What a case waits for, and how long its partner has it alone. */
export const caseStanding = {
  getExclusivePeriod: operation({
    method: 'GET',
    path: '/cases/{id}/exclusive-period',
    safety: 'read',
    success: [200],
    answer: ExclusivePeriod,
    refusals: { 400: ApiError, 404: ApiError },
  }),
  getValidation: operation({
    method: 'GET',
    path: '/cases/{id}/validation',
    safety: 'read',
    success: [200],
    answer: CaseValidation,
    refusals: { 400: ApiError, 404: ApiError },
  }),
} as const
