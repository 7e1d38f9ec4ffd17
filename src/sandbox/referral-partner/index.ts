/**
 * The Referral Partner API.
 * @module
 */
import type { Implementation } from '../http/implement.ts'
import { getCase } from './cases/get-case.ts'
import { uploadFile } from './cases/upload-file.ts'
import { createClient } from './clients/create-client.ts'
import { deleteClient } from './clients/delete-client.ts'
import { getClient } from './clients/get-client.ts'
import { isClientDeletable } from './clients/is-client-deletable.ts'
import { listClients } from './clients/list-clients.ts'
import { submitKycVerification } from './clients/submit-kyc-verification.ts'
import { withdrawClient } from './clients/withdraw-client.ts'
import { createToken } from './create-token.ts'
import { getMe } from './get-me.ts'
import { getFilterOptions } from './jurisdictions/get-filter-options.ts'
import { listCoverage } from './jurisdictions/list-coverage.ts'
import { previewCase } from './jurisdictions/preview-case.ts'
import { listCases } from './list-cases.ts'
import { listTransactions } from './list-transactions.ts'
import { createWebhook } from './webhooks/create-webhook.ts'
import { deleteWebhook } from './webhooks/delete-webhook.ts'
import { getWebhook } from './webhooks/get-webhook.ts'
import { listWebhooks } from './webhooks/list-webhooks.ts'
import { triggerTestWebhook } from './webhooks/trigger-test-webhook.ts'
import { updateWebhook } from './webhooks/update-webhook.ts'

export const referralPartner: readonly Implementation[] = [
  createClient,
  listClients,
  getClient,
  isClientDeletable,
  deleteClient,
  withdrawClient,
  submitKycVerification,
  createToken,
  listCases,
  getCase,
  uploadFile,
  createWebhook,
  listWebhooks,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  triggerTestWebhook,
  getMe,
  listCoverage,
  getFilterOptions,
  previewCase,
  listTransactions,
]
