import { caseReading } from '../case-reading.ts'
import { operations } from '../operation.ts'
import { testLoop } from '../test-loop.ts'
import { account } from './account.ts'
import { cases } from './cases.ts'
import { chats } from './chats.ts'
import { coverage } from './coverage.ts'
import { divisions } from './divisions.ts'
import { files } from './files.ts'
import { payments } from './payments.ts'
import { quotes } from './quotes.ts'
import { tasks } from './tasks.ts'
import { users } from './users.ts'
import { webhooks } from './webhooks.ts'

/**
 * Operations of the Customer API. Callers are a client with its key, or a referral partner with a client's token.
 * @see docs.debitura.com/openapi/customer-api.json
 */
export const customerApi = operations('customer', {
  ...account,
  ...cases,
  ...caseReading,
  ...files,
  ...divisions,
  ...payments,
  ...quotes,
  ...chats,
  ...tasks,
  ...users,
  ...coverage,
  ...testLoop,
  ...webhooks,
})
