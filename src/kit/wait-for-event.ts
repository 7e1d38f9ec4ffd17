import type { WebhookEvent } from '../contract/shapes/index.ts'
import type { Environment } from '../contract/words/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'

/** How to wait for an event. */
export interface WaitForEventOptions {
  /** Milliseconds to wait. @default 5_000 in the sandbox, 30_000 elsewhere, where recording an event takes longer */
  readonly timeout?: number | undefined
}

interface Wanted extends WaitForEventOptions {
  readonly eventType: string
  readonly environment: Environment
}

// Taken when the kit is loaded, so that a test's fake timers do not stop the wait.
const { setTimeout } = globalThis
const { now } = Date

const FIRST_PAUSE_MS = 25
const LONGEST_PAUSE_MS = 2_000

/**
 * Reads a case's events until one is of the wanted type.
 * @see docs.debitura.com/developer-concepts/webhooks/ci-testing: recording is asynchronous, allow about 30 seconds
 */
export async function waitForEvent(
  read: () => Promise<WebhookEvent[]>,
  wanted: Wanted,
): Promise<WebhookEvent> {
  const timeout = wanted.timeout ?? (wanted.environment === 'sandbox' ? 5_000 : 30_000)
  const deadline = now() + timeout
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const events = await read()
    const found = events.find(({ eventType }) => eventType === wanted.eventType)
    if (found) return found
    const left = deadline - now()
    if (left <= 0) throw missing(wanted.eventType, timeout, events)
    await new Promise((resolve) => setTimeout(resolve, Math.min(pause, left)))
  }
}

function missing(eventType: string, timeout: number, events: readonly WebhookEvent[]): DebituraTestkitError {
  const fired = events.map((event) => `${event.eventType} (${event.createdAt})`)
  return new DebituraTestkitError({
    code: 'DBT_EVENT_MISSING',
    what: `Waited ${timeout} ms for ${eventType}`,
    why: fired.length > 0 ? `these fired: ${fired.join(', ')}` : 'no event of the case was recorded',
    todo:
      fired.length > 0
        ? 'Check the name of the event, and what the test does before'
        : 'Events are recorded for test-mode subscriptions, once delivery was attempted: check that the test makes one first, with `debitura.webhooks.create()`',
  })
}
