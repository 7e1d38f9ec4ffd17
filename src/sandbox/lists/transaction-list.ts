import type { RevenueBreakdown, TransactionList } from '../../contract/shapes/index.ts'
import type { RevenueStage } from '../../contract/words/index.ts'
import { pageOf, pageRequest } from '../http/page.ts'
import type { Query } from '../http/query.ts'
import { type SortKey, sortOrder } from '../http/sort.ts'
import { sumOf } from '../rules/payments/amounts.ts'
import { inUsDollars } from '../rules/payments/us-dollars.ts'
import { revenueOf } from '../rules/revenue/revenue.ts'
import { revenueStageOf } from '../rules/revenue/revenue-stage.ts'
import type { World } from '../store/world.ts'
import { type ClientPayment, transactionView } from '../views/transaction-view.ts'
import { stageFilter, transactionFilter } from './transaction-filter.ts'

const SORT_FIELDS: Readonly<Record<string, SortKey<ClientPayment>>> = {
  collectiondate: ({ payment }) => payment.date,
  amount: ({ payment, record }) => inUsDollars(payment.amount, record.currency),
}

/**
 * A page of the payments on clients' cases. The sums are over all that match, whatever their stage.
 * @see Referral Partner API, `GET /reporting/transactions`
 */
export function transactionList(world: World, query: Query): TransactionList {
  const request = pageRequest(query)
  const matching = [...clientPayments(world)].filter(transactionFilter(world, query))
  const atStage = matching.filter(stageFilter(query))
  const order = sortOrder(query.text('Sort'), SORT_FIELDS) ?? sortOrder('collectionDate:desc', SORT_FIELDS)
  const { page, items } = pageOf(atStage.sort(order), request)
  return {
    data: items.map((one) => transactionView(world, one)),
    page,
    summary: {
      revenue: breakdown(world, matching),
      totalDebituraRevenueUsd: sumOf(
        matching.map(({ record, payment }) =>
          inUsDollars(revenueOf(world, record, payment.amount).platform, record.currency),
        ),
      ),
    },
  }
}

function* clientPayments(world: World): Generator<ClientPayment, void> {
  for (const client of world.clients.all()) {
    for (const payment of world.payments.ofAccount(client.creditor.profile.id)) {
      const record = world.cases.byId(payment.caseId)
      if (record !== undefined) yield { client, record, payment }
    }
  }
}

function breakdown(world: World, matching: readonly ClientPayment[]): RevenueBreakdown {
  const at = (stage: RevenueStage) => matching.filter(({ payment }) => revenueStageOf(payment) === stage)
  const count = (stage: RevenueStage) => at(stage).length
  const fees = (stage: RevenueStage) =>
    sumOf(
      at(stage).map(({ record, payment }) =>
        inUsDollars(revenueOf(world, record, payment.amount).referral, record.currency),
      ),
    )
  return {
    pendingReferralFeeUsd: fees('pending'),
    pendingCount: count('pending'),
    confirmedPendingInvoiceReferralFeeUsd: fees('confirmedPendingInvoice'),
    confirmedPendingInvoiceCount: count('confirmedPendingInvoice'),
    awaitingCollectionPartnerPaymentReferralFeeUsd: fees('awaitingCollectionPartnerPayment'),
    awaitingCollectionPartnerPaymentCount: count('awaitingCollectionPartnerPayment'),
    readyToInvoiceDebituraReferralFeeUsd: fees('readyToInvoiceDebitura'),
    readyToInvoiceDebituraCount: count('readyToInvoiceDebitura'),
    awaitingDebituraPaymentReferralFeeUsd: fees('awaitingDebituraPayment'),
    awaitingDebituraPaymentCount: count('awaitingDebituraPayment'),
    paidReferralFeeUsd: fees('paid'),
    paidCount: count('paid'),
    disputedReferralFeeUsd: fees('disputed'),
    disputedCount: count('disputed'),
  }
}
