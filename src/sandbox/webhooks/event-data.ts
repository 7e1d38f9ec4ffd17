import { type CaseEvent, CLOSE_CODES, LIFECYCLES, type Lifecycle } from '../../contract/words/index.ts'
import { ROLE_LABELS } from '../rules/dossier/role-labels.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { ChatRecord } from '../store/dossier.ts'
import type { PaymentRecord } from '../store/payment-record.ts'
import type { World } from '../store/world.ts'

/** What an event says besides the case. */
export type EventData = Readonly<Record<string, unknown>>

/** What `payment.created` and `payment.deleted` say of a payment. */
export const paymentData = ({ currency }: CaseRecord, { id, amount, date }: PaymentRecord): EventData => ({
  paymentId: id,
  amount,
  currency,
  date,
})

/** What `chat.created` says of a message. */
export const chatData = ({ id, from, message, author, dateCreated }: ChatRecord): EventData => ({
  chatId: id,
  role: ROLE_LABELS[from],
  message,
  userEmail: author.email,
  dateCreated,
})

/** What `case.updated` says of a change. */
export const updatedData = (world: World, from: Lifecycle, to: Lifecycle): EventData => ({
  oldLifecycle: lifecycleWord(world, from),
  newLifecycle: lifecycleWord(world, to),
})

/** What `case.assigned` says of a case. */
export const assignedData = (world: World, { lifecycle }: CaseRecord): EventData => ({
  lifecycle: lifecycleWord(world, lifecycle),
})

/** What `case.closed` says of a case, also of one that is open. */
export const closedData = ({ behaviours }: World, { closeCode, dossier }: CaseRecord): EventData => ({
  closeCode: closeCode === null || behaviours.eventWords === 'name' ? closeCode : CLOSE_CODES[closeCode],
  closeComment: closeCode === null ? null : (dossier?.closeComment ?? null),
})

/** What an event says of a case as it stands; `undefined` where the case has nothing of the kind. */
export function currentData(world: World, record: CaseRecord, event: CaseEvent): EventData | undefined {
  switch (event) {
    case 'case.created':
      return {}
    case 'case.assigned':
      return assignedData(world, record)
    case 'case.updated':
      return updatedData(world, record.lifecycle, record.lifecycle)
    case 'case.closed':
      return closedData(world, record)
    case 'payment.created':
      return paymentOrNone(record, record.payments.at(-1))
    case 'payment.deleted':
      return paymentOrNone(record, record.latestDeletedPayment)
    case 'chat.created': {
      const chat = record.dossier?.chats.at(-1)
      return chat && chatData(chat)
    }
  }
}

const paymentOrNone = (record: CaseRecord, payment: PaymentRecord | null | undefined) =>
  payment == null ? undefined : paymentData(record, payment)

/** A lifecycle as events spell it, by the sandbox's choice. */
export const lifecycleWord = ({ behaviours }: World, lifecycle: Lifecycle): string =>
  behaviours.eventWords === 'name' ? lifecycle : LIFECYCLES[lifecycle]
