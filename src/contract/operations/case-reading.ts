import { array } from 'valibot'
import { Case } from '../shapes/case.ts'
import { CaseFile } from '../shapes/case-file.ts'
import { Timeline } from '../shapes/case-history.ts'
import { CaseValidation } from '../shapes/case-validation.ts'
import { Chat } from '../shapes/chat.ts'
import { ApiError } from '../shapes/error.ts'
import { ExclusivePeriod } from '../shapes/exclusive-period.ts'
import { Payment } from '../shapes/payment.ts'
import { operation } from './operation.ts'

const READ = { method: 'GET', safety: 'read', success: [200] } as const
const REFUSALS = { 400: ApiError, 404: ApiError } as const

/**
 * What there is to read of one case. The Customer and the Collection Partner API publish the same.
 * @see docs.debitura.com/openapi/customer-api.json, docs.debitura.com/openapi/collection-partner-api.json
 */
export const caseReading = {
  getCase: operation({ ...READ, path: '/cases/{id}', answer: Case, refusals: REFUSALS }),
  getCaseByReference: operation({
    ...READ,
    path: '/cases/case-reference/{caseReference}',
    answer: Case,
    refusals: REFUSALS,
  }),
  getTimeline: operation({ ...READ, path: '/cases/{id}/timeline', answer: Timeline, refusals: REFUSALS }),
  listPayments: operation({
    ...READ,
    path: '/cases/{id}/payments',
    answer: array(Payment),
    refusals: REFUSALS,
  }),
  listChats: operation({ ...READ, path: '/cases/{id}/chats', answer: array(Chat), refusals: REFUSALS }),
  listFiles: operation({
    ...READ,
    path: '/cases/{id}/files',
    answer: array(CaseFile),
    refusals: { ...REFUSALS, 500: ApiError },
  }),
  getExclusivePeriod: operation({
    ...READ,
    path: '/cases/{id}/exclusive-period',
    answer: ExclusivePeriod,
    refusals: REFUSALS,
  }),
  getValidation: operation({
    ...READ,
    path: '/cases/{id}/validation',
    answer: CaseValidation,
    refusals: REFUSALS,
  }),
} as const
