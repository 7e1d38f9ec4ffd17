import type { PaymentList } from '../../contract/shapes/index.ts'
import { pageOf, pageRequest } from '../http/page.ts'
import type { Query } from '../http/query.ts'
import { ownCase } from '../rules/cases/own-case.ts'
import type { World } from '../store/world.ts'
import { paymentView } from '../views/payment-view.ts'
import { readStyle } from '../views/timestamp.ts'

/** A page of the payments on all cases of an account, newest first. @see Customer API, `GET /Payments` */
export function paymentList(world: World, accountId: string, query: Query): PaymentList {
  const { payments } = world
  const request = pageRequest(query)
  const { page, items } = pageOf(payments.ofAccount(accountId), request, payments.countOf(accountId))
  const style = readStyle(world)
  return {
    page,
    payments: items.map((payment) => paymentView(ownCase(world, accountId, payment.caseId), payment, style)),
  }
}
