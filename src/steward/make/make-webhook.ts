import { nanoid } from 'nanoid'
import { CreateWebhookRequest, customerApi, type Webhook } from '../../contract/index.ts'
import type { Account, Scope } from '../../protocol/index.ts'
import { encodeMarker } from '../marker.ts'
import { settled } from './outcome.ts'
import { invalidPayload, readPayload } from './payload.ts'
import type { MakeTools } from './tools.ts'

/** Subscribes a URL to events of test cases. The marker becomes the last segment of the URL's path. */
export async function makeWebhook(
  { identity, ledger, accounts }: MakeTools,
  scope: Scope,
  account: Account,
  url: string,
  events: readonly string[],
): Promise<Webhook> {
  if (!URL.canParse(url))
    throw invalidPayload('a webhook subscription', `${JSON.stringify(url)} is not a URL`)
  const marker = encodeMarker(identity.runId, nanoid(8))
  const target = new URL(url)
  target.pathname = `${target.pathname.replace(/\/$/, '')}/${marker}`
  const body = readPayload('a webhook subscription', CreateWebhookRequest, {
    url: target.href,
    events,
    isTestMode: true,
  })
  ledger.intend({
    kind: 'webhook',
    key: marker,
    account,
    id: undefined,
    scopes: new Set([scope.id]),
    state: 'intended',
  })
  const made = await settled(ledger, marker, customerApi.createWebhook, () =>
    accounts.call(account, customerApi.createWebhook, { parameters: {}, body }),
  )
  ledger.settle(marker, 'made', made.id)
  return made
}
