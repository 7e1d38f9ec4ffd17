import type { EventPayload } from '../contract/shapes/index.ts'
import {
  type ApiName,
  ORIGINS,
  WEBHOOK_SPEC_VERSION,
  type WebhookEventName,
} from '../contract/words/index.ts'
import { merge, type Overrides } from '../kit/payload/merge.ts'
import { assertKnownFields } from './assert-known-fields.ts'
import { caseLinks, clientLinks } from './links.ts'
import { SAMPLE_DATA, uuid } from './sample-data.ts'
import { type ApiSending, type DefaultApi, failed, refusal, senderOf } from './sender.ts'

/** What a sample is of. */
export interface SampleOptions<Api extends ApiName> {
  /** The API whose subscription it is delivered to: they tell of the same event differently. */
  readonly api?: Api | undefined
}

/**
 * Makes the payload of an event as Debitura sends it: complete, believable, its ids unique. What a test says is laid
 * over it, and links follow the ids.
 * @throws DebituraTestkitError `DBT_INVALID_PAYLOAD` for an event that there is not or that the API does not send, and for
 * a field that it does not have
 * @see docs.debitura.com/clients/integration-guides/webhooks
 * @example
 * ```ts
 * sample('case.closed', { data: { closeCode: 'PartiallyPaid' } })
 * sample('case.closed', { data: { externalTenantId: 'acme' } }, { api: 'referral-partner' })
 * ```
 */
export function sample<Event extends WebhookEventName, Api extends ApiName = DefaultApi<Event>>(
  event: Event,
  overrides?: Overrides<EventPayload<Api, Event>>,
  { api }: SampleOptions<Api & ApiSending<Event>> = {},
): EventPayload<Api, Event> {
  const sender = senderOf(event, api)
  const base = envelopeOf(sender, event)
  const given: { readonly links?: object; readonly event?: string } = overrides === undefined ? {} : overrides
  assertKnownFields(failed(event), given, base)
  if ((given.event ?? event) !== event) {
    throw refusal(
      event,
      `its \`event\` is ${event}`,
      'Make a sample of the other event, which has other fields',
    )
  }
  const { links, ...said } = given
  const filled = merge(base, said)
  // The table of the samples is typed by API and event, and an override keeps each field's type.
  return merge({ ...filled, links: linksOf(sender, filled.data) }, { links }) as EventPayload<Api, Event>
}

/** As much of a payload as there is before its links are known. Every field is there, so that what is laid over it can be checked. */
function envelopeOf(api: ApiName, event: WebhookEventName) {
  const makers: Partial<Record<WebhookEventName, () => Subject>> = SAMPLE_DATA[api]
  // Every event that an API sends has its sample, and this is one.
  const { [event]: data } = makers as Required<typeof makers>
  return {
    id: uuid(),
    specVersion: WEBHOOK_SPEC_VERSION,
    event,
    timestamp: new Date().toISOString(),
    classification: 'test',
    data: data(),
    links: linksOf(api, {}),
  }
}

/** What links are made of. */
interface Subject {
  readonly caseId?: string
  readonly externalTenantId?: string
}

function linksOf(api: ApiName, { caseId = '', externalTenantId = '' }: Subject) {
  // The tests that these payloads are for run in the sandbox, and test cases live in production.
  const origin = ORIGINS.production[api] ?? ''
  return api === 'referral-partner' ? clientLinks(origin, `${externalTenantId}`) : caseLinks(origin, caseId)
}
