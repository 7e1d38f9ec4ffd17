import * as v from 'valibot'
import type { ApiName, EventOf, WebhookEventName } from '../words/index.ts'
import { WEBHOOK_SPEC_VERSION } from '../words/webhook-delivery.ts'
import { double, int32, timestamp, uuid } from './field.ts'

const text = v.string()
const textOrNone = v.nullable(text)

/**
 * The envelope that an event comes in. Events are said to carry a classification, and no published payload shows where.
 * @see docs.debitura.com/clients/integration-guides/webhooks
 */
const envelope = <Event extends string, Data extends v.ObjectEntries, Links extends v.ObjectEntries>(
  event: Event,
  data: Data,
  links: Links,
) =>
  v.object({
    id: uuid,
    specVersion: v.literal(WEBHOOK_SPEC_VERSION),
    event: v.literal(event),
    timestamp,
    classification: v.optional(v.picklist(['test', 'production'])),
    data: v.object(data),
    links: v.object(links),
  })

/** Lifecycles and close codes are text: whether they are names or labels is not published. */
const change = { oldLifecycle: text, newLifecycle: text }
const closing = { closeCode: textOrNone, closeComment: textOrNone }
const payment = { paymentId: uuid, amount: double, currency: text, date: timestamp }
const chat = { chatId: uuid, role: text, message: text, userEmail: text, dateCreated: timestamp }

/** An event of a case, as the account hears of it that the case is with. */
const ofCase = <Event extends string, Data extends v.ObjectEntries>(event: Event, data: Data) =>
  envelope(event, { caseId: uuid, reference: text, ...data }, { self: text })

/** An event of a client's case, as its referral partner hears of it. */
const ofClientsCase = <Event extends string, Data extends v.ObjectEntries>(event: Event, data: Data) =>
  envelope(event, { caseId: uuid, reference: text, externalTenantId: text, ...data }, { client: text })

const creditor = {
  id: uuid,
  companyName: textOrNone,
  registrationNumber: textOrNone,
  countryId: v.nullable(uuid),
}
const attributed = { creditor: v.object({ ...creditor, isAttributed: v.boolean() }) }

/** An event of a client. @see docs.debitura.com/referral-partners/integration-guides/webhooks */
const ofClient = <Event extends string, Data extends v.ObjectEntries>(event: Event, data: Data) =>
  envelope(event, { externalTenantId: text, ...data }, { client: text })

const failedCase = v.object({
  caseIndex: int32,
  creditorReference: textOrNone,
  errorType: textOrNone,
  errorMessage: textOrNone,
})

/**
 * What each API delivers of each event. Where the published pages show no sample, the fields are those that they name.
 * @see docs.debitura.com/clients/integration-guides/webhooks
 * @see docs.debitura.com/referral-partners/integration-guides/webhooks
 */
export const WEBHOOK_PAYLOADS = {
  customer: {
    'case.created': ofCase('case.created', {}),
    'case.updated': ofCase('case.updated', change),
    'case.closed': ofCase('case.closed', closing),
    'payment.created': ofCase('payment.created', payment),
    'payment.deleted': ofCase('payment.deleted', payment),
    'chat.created': ofCase('chat.created', chat),
  },
  'collection-partner': {
    'case.assigned': ofCase('case.assigned', { lifecycle: text }),
    'case.updated': ofCase('case.updated', change),
    'case.closed': ofCase('case.closed', closing),
    'payment.created': ofCase('payment.created', payment),
    'payment.deleted': ofCase('payment.deleted', payment),
    'chat.created': ofCase('chat.created', chat),
  },
  'referral-partner': {
    'client.onboarding.poa_signed': ofClient('client.onboarding.poa_signed', {
      ...attributed,
      signedAt: timestamp,
    }),
    'client.onboarding.contract_signed': ofClient('client.onboarding.contract_signed', {
      ...attributed,
      signedAt: timestamp,
    }),
    'client.linked': ofClient('client.linked', attributed),
    // There is nothing to attribute.
    'client.link_declined': ofClient('client.link_declined', { creditor: v.object(creditor) }),
    'client.link_requested': ofClient('client.link_requested', attributed),
    'client.link_expired': ofClient('client.link_expired', attributed),
    'case.created': ofClientsCase('case.created', {}),
    'case.updated': ofClientsCase('case.updated', change),
    'case.closed': ofClientsCase('case.closed', closing),
    'cases.replay_failed': ofClient('cases.replay_failed', {
      ...attributed,
      failedCases: v.array(failedCase),
    }),
  },
} as const satisfies { readonly [Api in ApiName]: Readonly<Record<EventOf<Api>, v.GenericSchema>> }

type Payloads = typeof WEBHOOK_PAYLOADS

/**
 * What a delivery's body says: of an event, as an API sends it. Without either, any of them; `event` tells which.
 * @example
 * ```ts
 * const closed: EventPayload<'customer', 'case.closed'> = sample('case.closed')
 * ```
 */
export type EventPayload<
  Api extends ApiName = ApiName,
  Event extends WebhookEventName = WebhookEventName,
> = Api extends ApiName
  ? {
      [Name in keyof Payloads[Api]]: Name extends Event
        ? Payloads[Api][Name] extends v.GenericSchema
          ? v.InferOutput<Payloads[Api][Name]>
          : never
        : never
    }[keyof Payloads[Api]]
  : never
