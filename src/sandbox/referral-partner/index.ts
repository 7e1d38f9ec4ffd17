/**
 * The Referral Partner API.
 * @module
 */
import type { Implementation } from '../http/implement.ts'
import { createClient } from './clients/create-client.ts'
import { deleteClient } from './clients/delete-client.ts'
import { getClient } from './clients/get-client.ts'
import { isClientDeletable } from './clients/is-client-deletable.ts'
import { listClients } from './clients/list-clients.ts'
import { createToken } from './create-token.ts'
import { getMe } from './get-me.ts'
import { getFilterOptions } from './jurisdictions/get-filter-options.ts'
import { listCoverage } from './jurisdictions/list-coverage.ts'
import { previewCase } from './jurisdictions/preview-case.ts'
import { listCases } from './list-cases.ts'

export const referralPartner: readonly Implementation[] = [
  createClient,
  listClients,
  getClient,
  isClientDeletable,
  deleteClient,
  createToken,
  listCases,
  getMe,
  listCoverage,
  getFilterOptions,
  previewCase,
]
