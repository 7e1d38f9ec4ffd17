import { nanoid } from 'nanoid'
import {
  API_EVENTS,
  API_NAMES,
  API_TITLES,
  CreateWebhookRequest,
  type Webhook,
} from '../../contract/index.ts'
import type { Account, Scope } from '../../protocol/index.ts'
import { encodeMarker, type Marker, markUrl } from '../marker.ts'
import { modesOf, type WebhookMode, webhookApi, webhookApiName } from '../webhook-api.ts'
import { settled } from './outcome.ts'
import { invalidPayload, readPayload } from './payload.ts'
import type { MakeTools } from './tools.ts'

const WHAT = 'a webhook subscription'

/** A subscription to be made. */
export interface WebhookDraft {
  readonly url: string
  readonly events: readonly string[]
}

/** A subscription, and the marker in its URL. */
export interface MadeWebhook {
  readonly webhook: Webhook
  readonly marker: Marker
}

/**
 * Subscribes a URL to events of test cases, or of clients.
 * @param scope - who it is for; without one it is the run's
 */
export async function makeWebhook(
  { accounts, identity, ledger, settings }: MakeTools,
  scope: Scope | undefined,
  account: Account,
  { url, events }: WebhookDraft,
): Promise<MadeWebhook> {
  assertEvents(account, events)
  const marker = encodeMarker(identity.runId, nanoid(8))
  const body = readPayload(WHAT, CreateWebhookRequest, {
    url: markUrl(readUrl(url, settings), marker).href,
    events,
    isTestMode: modeOf(events) === 'test',
  })
  const scopes = new Set(scope === undefined ? [] : [scope.id])
  ledger.intend({ kind: 'webhook', key: marker, account, id: undefined, scopes, state: 'intended' })
  const operation = webhookApi(account).createWebhook
  const webhook = await settled(ledger, marker, operation, () =>
    accounts.call(account, operation, { parameters: {}, body }),
  )
  ledger.settle(marker, 'made', webhook.id)
  return { webhook, marker }
}

/** @throws DebituraTestkitError `DBT_INVALID_PAYLOAD` for a URL to which Debitura delivers nothing. */
function readUrl(url: string, { environment }: MakeTools['settings']): URL {
  const read = URL.canParse(url) ? new URL(url) : undefined
  // What looks like a host and a port is read as a scheme and a path.
  if (read === undefined || !/^https?:$/.test(read.protocol))
    throw invalidPayload(WHAT, `${JSON.stringify(url)} is not a URL that begins with http:// or https://`)
  if (read.protocol === 'https:' || environment === 'sandbox') return read
  throw invalidPayload(
    WHAT,
    `${JSON.stringify(url)} is not https, and Debitura delivers to public https URLs only`,
    'Give the https URL of a tunnel to it, or run the test in the sandbox',
  )
}

/** @throws DebituraTestkitError `DBT_INVALID_PAYLOAD` for events that no one subscription hears of. */
function modeOf(events: readonly string[]): WebhookMode {
  const [mode = 'test', other] = modesOf(events)
  if (other === undefined) return mode
  throw invalidPayload(
    WHAT,
    'events of clients come to live subscriptions, and events of test cases to those in test mode',
    'Make two subscriptions, one for each kind of event',
  )
}

/** @throws DebituraTestkitError `DBT_INVALID_PAYLOAD` for an event that the account's API does not have. */
export function assertEvents(account: Account, events: readonly string[]): void {
  const api = webhookApiName(account)
  const known: readonly string[] = API_EVENTS[api]
  const stranger = events.find((event) => !known.includes(event))
  if (stranger === undefined) return
  const home = API_NAMES.find((other) => API_EVENTS[other].some((event) => event === stranger))
  throw invalidPayload(
    WHAT,
    `\`${stranger}\` is ${home === undefined ? 'no event of Debitura' : `an event of the ${API_TITLES[home]}`}; the ${API_TITLES[api]} has ${known.join(', ')}`,
  )
}
