/**
 * The Collection Partner API.
 * @module
 */
import type { Implementation } from '../http/implement.ts'
import { addNote } from './cases/add-note.ts'
import { closeCase } from './cases/close-case.ts'
import { getCase } from './cases/get-case.ts'
import { getExclusivePeriod } from './cases/get-exclusive-period.ts'
import { getTimeline } from './cases/get-timeline.ts'
import { getValidation } from './cases/get-validation.ts'
import { listCases } from './cases/list-cases.ts'
import { startCase } from './cases/start-case.ts'
import { updateFees } from './cases/update-fees.ts'
import { listChats } from './chats/list-chats.ts'
import { sendChat } from './chats/send-chat.ts'
import { listFiles } from './files/list-files.ts'
import { uploadFile } from './files/upload-file.ts'
import { getMe } from './get-me.ts'
import { createIngestionJob } from './ingestion-jobs/create-ingestion-job.ts'
import { getIngestionJob } from './ingestion-jobs/get-ingestion-job.ts'
import { listUsers } from './list-users.ts'
import { createManagedCase } from './managed-cases/create-managed-case.ts'
import { getManagedCase } from './managed-cases/get-managed-case.ts'
import { getManagedTimeline } from './managed-cases/get-managed-timeline.ts'
import { listManagedCases } from './managed-cases/list-managed-cases.ts'
import { listManagedChats } from './managed-cases/list-managed-chats.ts'
import { listManagedFiles } from './managed-cases/list-managed-files.ts'
import { createManagedPayment } from './managed-payments/create-managed-payment.ts'
import { deleteManagedPayment } from './managed-payments/delete-managed-payment.ts'
import { listManagedPayments } from './managed-payments/list-managed-payments.ts'
import { updateManagedPayment } from './managed-payments/update-managed-payment.ts'
import { createPayment } from './payments/create-payment.ts'
import { deletePayment } from './payments/delete-payment.ts'
import { listPayments } from './payments/list-payments.ts'
import { updatePayment } from './payments/update-payment.ts'
import { getCaseByCreditorReference } from './references/get-case-by-creditor-reference.ts'
import { getCaseByPartnerReference } from './references/get-case-by-partner-reference.ts'
import { getCaseByReference } from './references/get-case-by-reference.ts'
import { getCasesByPartnerReference } from './references/get-cases-by-partner-reference.ts'
import { getManagedCaseByReference } from './references/get-managed-case-by-reference.ts'
import { advanceTestCase } from './test-cases/advance-test-case.ts'
import { deleteTestCase } from './test-cases/delete-test-case.ts'
import { deleteTestCasesByTag } from './test-cases/delete-test-cases-by-tag.ts'
import { replayLastEvent } from './test-cases/replay-last-event.ts'
import { createWebhook } from './webhooks/create-webhook.ts'
import { deleteWebhook } from './webhooks/delete-webhook.ts'
import { fireWebhook } from './webhooks/fire-webhook.ts'
import { getWebhook } from './webhooks/get-webhook.ts'
import { listWebhookEvents } from './webhooks/list-webhook-events.ts'
import { listWebhooks } from './webhooks/list-webhooks.ts'
import { replayWebhookEvent } from './webhooks/replay-webhook-event.ts'
import { updateWebhook } from './webhooks/update-webhook.ts'

export const collectionPartner: readonly Implementation[] = [
  createManagedCase,
  listManagedCases,
  getManagedCase,
  listCases,
  getCase,
  startCase,
  closeCase,
  listPayments,
  createPayment,
  updatePayment,
  deletePayment,
  listManagedPayments,
  createManagedPayment,
  updateManagedPayment,
  deleteManagedPayment,
  updateFees,
  createIngestionJob,
  getIngestionJob,
  getCaseByReference,
  getManagedCaseByReference,
  getCaseByPartnerReference,
  getCasesByPartnerReference,
  getCaseByCreditorReference,
  getTimeline,
  addNote,
  getExclusivePeriod,
  getValidation,
  getManagedTimeline,
  listManagedChats,
  advanceTestCase,
  deleteTestCase,
  deleteTestCasesByTag,
  listWebhookEvents,
  createWebhook,
  listWebhooks,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  replayWebhookEvent,
  fireWebhook,
  replayLastEvent,
  getMe,
  listUsers,
  listChats,
  sendChat,
  listFiles,
  uploadFile,
  listManagedFiles,
]
