/**
 * The Customer API.
 * @module
 */
import type { Implementation } from '../http/implement.ts'
import { createCase } from './cases/create-case.ts'
import { getCase } from './cases/get-case.ts'
import { getCaseByCreditorReference } from './cases/get-case-by-creditor-reference.ts'
import { getCaseByReference } from './cases/get-case-by-reference.ts'
import { getExclusivePeriod } from './cases/get-exclusive-period.ts'
import { getTimeline } from './cases/get-timeline.ts'
import { getValidation } from './cases/get-validation.ts'
import { listCases } from './cases/list-cases.ts'
import { listPayments } from './cases/list-payments.ts'
import { listChats } from './chats/list-chats.ts'
import { sendChat } from './chats/send-chat.ts'
import { getContractStatus } from './contracts/get-contract-status.ts'
import { getDebtCollectionContract } from './contracts/get-debt-collection-contract.ts'
import { archiveDivision, archiveDivisionByVerb } from './divisions/archive-division.ts'
import { createDivision } from './divisions/create-division.ts'
import { deleteDivision } from './divisions/delete-division.ts'
import { getDivision } from './divisions/get-division.ts'
import { listDivisions } from './divisions/list-divisions.ts'
import { updateDivision } from './divisions/update-division.ts'
import { listFiles } from './files/list-files.ts'
import { uploadFile } from './files/upload-file.ts'
import { getMe } from './get-me.ts'
import { checkEligibility } from './jurisdictions/check-eligibility.ts'
import { getCoverage } from './jurisdictions/get-coverage.ts'
import { listCoverage } from './jurisdictions/list-coverage.ts'
import { previewCase } from './jurisdictions/preview-case.ts'
import { searchCoverage, searchCoverageByColon } from './jurisdictions/search-coverage.ts'
import { listUsers } from './list-users.ts'
import { getPayment } from './payments/get-payment.ts'
import { listAllPayments } from './payments/list-all-payments.ts'
import { getQuote } from './quotes/get-quote.ts'
import { getQuoteRequest } from './quotes/get-quote-request.ts'
import { listQuoteRequests } from './quotes/list-quote-requests.ts'
import { listQuotes } from './quotes/list-quotes.ts'
import { listCaseTasks } from './tasks/list-case-tasks.ts'
import { listTasks } from './tasks/list-tasks.ts'
import { advanceTestCase } from './test-cases/advance-test-case.ts'
import { deleteTestCase } from './test-cases/delete-test-case.ts'
import { deleteTestCasesByTag } from './test-cases/delete-test-cases-by-tag.ts'
import { createWebhook } from './webhooks/create-webhook.ts'
import { deleteWebhook } from './webhooks/delete-webhook.ts'
import { fireWebhook } from './webhooks/fire-webhook.ts'
import { getWebhook } from './webhooks/get-webhook.ts'
import { listWebhookEvents } from './webhooks/list-webhook-events.ts'
import { listWebhooks } from './webhooks/list-webhooks.ts'
import { pingWebhook, pingWebhookByVerb } from './webhooks/ping-webhook.ts'
import { replayWebhook, replayWebhookByVerb } from './webhooks/replay-webhook.ts'
import { replayWebhookEvent } from './webhooks/replay-webhook-event.ts'
import { updateWebhook } from './webhooks/update-webhook.ts'

export const customer: readonly Implementation[] = [
  createCase,
  listCases,
  getCase,
  getCaseByCreditorReference,
  getCaseByReference,
  getTimeline,
  getExclusivePeriod,
  getValidation,
  listPayments,
  createDivision,
  listDivisions,
  getDivision,
  updateDivision,
  deleteDivision,
  archiveDivision,
  archiveDivisionByVerb,
  listAllPayments,
  getPayment,
  listQuoteRequests,
  getQuoteRequest,
  listQuotes,
  getQuote,
  advanceTestCase,
  deleteTestCase,
  deleteTestCasesByTag,
  listWebhookEvents,
  createWebhook,
  listWebhooks,
  deleteWebhook,
  getWebhook,
  updateWebhook,
  pingWebhook,
  pingWebhookByVerb,
  replayWebhook,
  replayWebhookByVerb,
  replayWebhookEvent,
  fireWebhook,
  getMe,
  listUsers,
  listTasks,
  listCaseTasks,
  listChats,
  sendChat,
  listFiles,
  uploadFile,
  previewCase,
  getContractStatus,
  getDebtCollectionContract,
  listCoverage,
  getCoverage,
  searchCoverage,
  searchCoverageByColon,
  checkEligibility,
]
