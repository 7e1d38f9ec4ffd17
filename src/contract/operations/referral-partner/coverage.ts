import { array } from 'valibot'
import { FilterOptions, ReferralCoverage } from '../../shapes/coverage.ts'
import { ApiError } from '../../shapes/error.ts'
import { PreviewCaseRequest, ReferralCasePreview } from '../../shapes/preview.ts'
import { operation } from '../operation.ts'

/** A referral partner asks where Debitura collects, and at what price. */
export const coverage = {
  previewCase: operation({
    method: 'POST',
    path: '/cases/preview',
    safety: 'read',
    body: PreviewCaseRequest,
    success: [200],
    answer: ReferralCasePreview,
    refusals: { 400: ApiError, 500: ApiError },
  }),
  listCoverage: operation({
    method: 'GET',
    path: '/coverage',
    safety: 'read',
    success: [200],
    answer: array(ReferralCoverage),
    refusals: {},
  }),
  getFilterOptions: operation({
    method: 'GET',
    path: '/referral-partner/filter-options',
    safety: 'read',
    success: [200],
    answer: FilterOptions,
    refusals: { 500: ApiError },
  }),
} as const
