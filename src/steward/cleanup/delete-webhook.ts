import { markerIn } from '../marker.ts'
import { isStanding, type WebhookResource } from '../resource.ts'
import { webhookApi } from '../webhook-api.ts'
import { isClientGone } from './delete-cases.ts'
import type { DeleteWebhook } from './plan.ts'
import { absentIsFine, type CleanupTools } from './tools.ts'

/** Deletes a webhook subscription, unless it went with its client. */
export async function deleteWebhook(
  { webhook }: DeleteWebhook,
  tools: CleanupTools,
  signal: AbortSignal,
): Promise<void> {
  const latest = tools.ledger.get(webhook.key)
  if (latest !== undefined && !isStanding(latest)) return
  try {
    await findAndDelete(webhook, tools, signal)
  } catch (error) {
    if (!isClientGone(error)) throw error
    tools.ledger.settle(webhook.key, webhook.state === 'made' ? 'already-gone' : 'refused')
  }
}

async function findAndDelete(
  webhook: WebhookResource,
  tools: CleanupTools,
  signal: AbortSignal,
): Promise<void> {
  const id = webhook.id ?? (await findByMarker(webhook, tools, signal))
  if (id === undefined) {
    // It was made for certain where an answer came that had no id in it.
    return tools.ledger.settle(webhook.key, webhook.state === 'made' ? 'already-gone' : 'refused')
  }
  const operation = webhookApi(webhook.account).deleteWebhook
  const deletion = tools.accounts.call(webhook.account, operation, {
    parameters: { id },
    lane: 'cleanup',
    signal,
  })
  tools.ledger.settle(webhook.key, (await absentIsFine(operation, deletion)) ? 'deleted' : 'already-gone')
}

/** Finds a subscription whose creation was never answered: its URL bears its marker. */
async function findByMarker(
  { account, key }: WebhookResource,
  { accounts }: CleanupTools,
  signal: AbortSignal,
) {
  const all = await accounts.call(account, webhookApi(account).listWebhooks, {
    parameters: {},
    lane: 'cleanup',
    signal,
  })
  return all.find(({ url }) => markerIn(url ?? '') === key)?.id
}
