import { caseReading } from '../case-reading.ts'
import { operations } from '../operation.ts'
import { testLoop } from '../test-loop.ts'
import { account } from './account.ts'
import { cases } from './cases.ts'
import { chats } from './chats.ts'
import { fees } from './fees.ts'
import { files } from './files.ts'
import { ingestion } from './ingestion.ts'
import { managedCases } from './managed-cases.ts'
import { notes } from './notes.ts'
import { payments } from './payments.ts'
import { references } from './references.ts'
import { users } from './users.ts'
import { webhooks } from './webhooks.ts'

/**
 * Operations of the Collection Partner API. A managing partner submits managed cases; test cases among them are
 * assigned to itself.
 * @see docs.debitura.com/openapi/collection-partner-api.json
 */
export const collectionPartnerApi = operations('collection-partner', {
  ...account,
  ...cases,
  ...caseReading,
  ...files,
  ...notes,
  ...chats,
  ...managedCases,
  ...payments,
  ...fees,
  ...ingestion,
  ...references,
  ...testLoop,
  ...users,
  ...webhooks,
})
