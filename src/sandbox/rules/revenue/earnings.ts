import type { World } from '../../store/world.ts'
import { sumOf } from '../payments/amounts.ts'
import { inUsDollars } from '../payments/us-dollars.ts'
import { revenueOf } from './revenue.ts'
import { isRecognized } from './revenue-stage.ts'

/** What the referral partner has earned by a client's cases, in US dollars. What is only to be expected does not count. */
export function earningsOf(world: World, creditorId: string): number {
  const fees: number[] = []
  for (const payment of world.payments.ofAccount(creditorId)) {
    const record = world.cases.byId(payment.caseId)
    if (record === undefined || !isRecognized(world, payment)) continue
    if (record.isTest && world.behaviours.testCasesInTransactions === 'hide') continue
    fees.push(inUsDollars(revenueOf(world, record, payment.amount).referral, record.currency))
  }
  return sumOf(fees)
}
