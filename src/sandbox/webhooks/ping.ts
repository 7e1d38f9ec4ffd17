import { randomUUID } from 'node:crypto'
import type { PingResult } from '../../contract/shapes/index.ts'
import { caseLinks } from '../../webhooks/links.ts'
import type { Subscription } from '../store/webhook-table.ts'
import type { World } from '../store/world.ts'
import { attempt } from './attempt.ts'
import { envelope, occurrence } from './envelope.ts'
import { signingTime } from './signing-time.ts'

/**
 * Sends a subscription an event of a case that does not exist, and waits for the answer. Nothing of it is logged, and
 * a failure counts for nothing.
 * @see Customer API, `POST /webhooks/{id}/test`
 */
export async function ping(world: World, { url, secret, isTestMode }: Subscription): Promise<PingResult> {
  const { deliveries, urls } = world.debitura
  const caseId = randomUUID()
  const what = occurrence(world, 'case.created')
  const payload = envelope(world, what, {
    isTest: isTestMode,
    data: { caseId, reference: 'TEST0000' },
    links: caseLinks(urls.customer, caseId),
  })
  const parcel = {
    url,
    secret,
    event: what.event,
    body: payload,
    firedAt: new Date(what.timestamp),
    signedAt: signingTime(world),
    mark: 'test',
  } as const
  const began = performance.now()
  const { status, error, category } = await attempt(
    parcel,
    world.behaviours.deliverBeyondLoopback,
    deliveries.of(world).stopped,
  )
  return {
    success: error === null,
    httpStatusCode: status,
    durationMs: Math.round(performance.now() - began),
    errorMessage: error,
    errorCategory: category,
    testPayload: JSON.parse(payload),
  }
}
