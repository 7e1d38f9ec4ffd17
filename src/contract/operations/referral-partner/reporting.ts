import { array, boolean, optional, picklist, string } from 'valibot'
import { ApiError } from '../../shapes/error.ts'
import { int32, timestamp, uuid } from '../../shapes/field.ts'
import { TransactionList } from '../../shapes/transaction.ts'
import { operation } from '../operation.ts'
import { BOUNDED_PAGE_QUERY } from '../paging.ts'

/** What a referral partner earns by its clients' cases. */
export const reporting = {
  listTransactions: operation({
    method: 'GET',
    path: '/reporting/transactions',
    safety: 'read',
    query: {
      FromDate: optional(timestamp),
      ToDate: optional(timestamp),
      ExternalTenantId: optional(string()),
      HasRecognizedRevenue: optional(boolean()),
      CommissionPaymentStatuses: optional(array(picklist([0, 1, 2]))),
      PlatformInvoicingStatuses: optional(array(picklist([0, 1, 2, 3]))),
      ReferralInvoicingStatuses: optional(array(picklist([0, 1, 2, 3]))),
      RevenueStages: optional(array(picklist([0, 1, 2, 3, 4, 5, 6]))),
      Search: optional(string()),
      ...BOUNDED_PAGE_QUERY,
      CountryIds: optional(array(int32)),
      CollectionPartnerIds: optional(array(uuid)),
      Sort: optional(string()),
    },
    success: [200],
    answer: TransactionList,
    refusals: { 400: ApiError, 500: ApiError },
  }),
} as const
