import type { CaseRecord } from '../store/case-record.ts'
import type { ChatRecord } from '../store/dossier.ts'
import type { PaymentRecord } from '../store/payment-record.ts'

/** What `payment.created` and `payment.deleted` say of a payment. */
export const paymentData = ({ currency }: CaseRecord, { id, amount, date }: PaymentRecord) => ({
  paymentId: id,
  amount,
  currency,
  date,
})

/** What `chat.created` says of a message. */
export const chatData = ({ id, message, dateCreated }: ChatRecord) => ({ chatId: id, message, dateCreated })
