import { array, optional, string } from 'valibot'
import { CaseContractStatus } from '../../shapes/contract-status.ts'
import { Coverage, DebtCollectionContract, Eligibility, EligibilityRequest } from '../../shapes/coverage.ts'
import { ApiError } from '../../shapes/error.ts'
import { int32 } from '../../shapes/field.ts'
import { CasePreview, PreviewCaseRequest } from '../../shapes/preview.ts'
import { operation } from '../operation.ts'

const search = {
  method: 'GET',
  safety: 'read',
  query: { q: optional(string()) },
  success: [200],
  answer: Coverage,
  refusals: { 400: ApiError, 404: ApiError },
  deprecated: true,
} as const

/** A client asks where Debitura collects, at what price, and what it has to sign for it. */
export const coverage = {
  previewCase: operation({
    method: 'POST',
    path: '/cases/preview',
    safety: 'read',
    body: PreviewCaseRequest,
    success: [200],
    answer: CasePreview,
    refusals: { 400: ApiError, 500: ApiError },
  }),
  getContractStatus: operation({
    method: 'GET',
    path: '/cases/{id}/contract-status',
    safety: 'read',
    success: [200],
    answer: CaseContractStatus,
    refusals: { 400: ApiError, 404: ApiError },
  }),
  getDebtCollectionContract: operation({
    method: 'GET',
    path: '/contracts/debt-collection/status',
    safety: 'read',
    success: [200],
    answer: DebtCollectionContract,
    refusals: {},
  }),
  listCoverage: operation({
    method: 'GET',
    path: '/coverage',
    safety: 'read',
    success: [200],
    answer: array(Coverage),
    refusals: {},
  }),
  getCoverage: operation({
    method: 'GET',
    path: '/coverage/{id}',
    parameters: { id: int32 },
    safety: 'read',
    success: [200],
    answer: Coverage,
    refusals: { 404: ApiError },
  }),
  searchCoverage: operation({ ...search, path: '/coverage/search' }),
  searchCoverageByColon: operation({ ...search, path: '/coverage/:search' }),
  checkEligibility: operation({
    method: 'POST',
    path: '/coverage/check-eligibility',
    safety: 'read',
    body: EligibilityRequest,
    success: [200],
    answer: Eligibility,
    refusals: { 400: ApiError },
  }),
} as const
