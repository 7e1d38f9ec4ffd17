import { randomUUID } from 'node:crypto'
import { WEBHOOK_SPEC_VERSION, type WebhookEventName } from '../../contract/words/index.ts'
import type { World } from '../store/world.ts'

/** Something that happened, before anybody is told. */
export interface Occurrence {
  /** The same in every delivery of it. */
  readonly id: string
  readonly event: WebhookEventName
  /** When it happened: ISO 8601 in UTC. */
  readonly timestamp: string
}

/** Notes that something happened just now. */
export const occurrence = (world: World, event: WebhookEventName): Occurrence => ({
  id: randomUUID(),
  event,
  timestamp: world.now(),
})

/** What a delivery says of an occurrence. */
interface Contents {
  readonly isTest: boolean
  readonly data: Readonly<Record<string, unknown>>
  readonly links: Readonly<Record<string, string>>
}

/**
 * The JSON text of a delivery.
 * @see docs.debitura.com/clients/integration-guides/webhooks
 */
export function envelope(
  world: World,
  { id, event, timestamp }: Occurrence,
  { isTest, data, links }: Contents,
): string {
  const classification = isTest ? 'test' : 'production'
  return JSON.stringify({
    id,
    specVersion: WEBHOOK_SPEC_VERSION,
    event,
    timestamp,
    // JSON leaves out what is undefined.
    classification: world.behaviours.classificationInPayload ? classification : undefined,
    data,
    links,
  })
}
