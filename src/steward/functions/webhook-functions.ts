import { customerApi, referralPartnerApi } from '../../contract/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import type { Account, WebhookFunctions } from '../../protocol/index.ts'
import { caseApi } from '../case-api.ts'
import { absentIsFine } from '../cleanup/tools.ts'
import { makeWebhook } from '../make/make-webhook.ts'
import { webhookApi } from '../webhook-api.ts'
import type { RunTools } from './run-tools.ts'

/** What workers can have done that is about webhooks. */
export function webhookFunctions(tools: RunTools): WebhookFunctions {
  const { accounts, clients, keyed, ledger, make, ownership, webhooks } = tools
  const { inboxes, logs, subscriptions } = webhooks
  const ours = (id: string, verb: string) =>
    ownership.owned(ledger.findById(id), `webhook subscription ${id}`, verb)
  // Whoever asks for events late must not have the run's subscription made anew that its end has just deleted.
  const ensure = (account: Account) => make(undefined, () => subscriptions.ensure(account))
  const problems = (account: Account) => make(undefined, () => subscriptions.problems(account))

  return {
    createWebhook: (scope, account, url, events, options) =>
      make(scope, async () => {
        const draft = { url, events }
        const made = options?.forRun
          ? subscriptions.share(account, draft)
          : makeWebhook(tools, scope, account, draft)
        return (await made).webhook
      }),
    async getWebhook(account, id) {
      return accounts.call(account, webhookApi(account).getWebhook, { parameters: { id } })
    },
    async enableWebhook(account, id) {
      ours(id, 'enable')
      const body = { isActive: true }
      return accounts.call(account, webhookApi(account).updateWebhook, { parameters: { id }, body })
    },
    async deleteWebhook(account, id) {
      const { key } = ours(id, 'delete')
      if (subscriptions.isOwn(key)) throw everybodys(id)
      const operation = webhookApi(account).deleteWebhook
      const deletion = accounts.call(account, operation, { parameters: { id } })
      ledger.settle(key, (await absentIsFine(operation, deletion)) ? 'deleted' : 'already-gone')
    },
    async pingWebhook(account, id) {
      ours(id, 'ping')
      return accounts.call(account, customerApi.pingWebhook, { parameters: { id } })
    },

    openInbox: (scope, account, request) => make(scope, () => inboxes.open(scope, account, request)),
    readInbox: (inboxId, seen, withinMs) => inboxes.read(inboxId, seen, withinMs),
    pingInbox: (inboxId) => inboxes.ping(inboxId),
    async answerInbox(inboxId, answers) {
      inboxes.answer(inboxId, answers)
    },

    async eventLog(account, caseId, version, withinMs) {
      ownership.assertCaseThere(caseId)
      await ensure(account)
      return logs.read(account, caseId, version, withinMs)
    },
    whyUnrecorded: problems,
    async whyNoEvent(account, caseId) {
      return [...(await problems(account)), ...madeElsewhere(tools, caseId)]
    },

    async fireEvent(account, caseId, event) {
      ownership.assertCaseThere(caseId)
      await ensure(account)
      return accounts.call(account, caseApi(account).fireWebhook, { parameters: {}, body: { event, caseId } })
    },
    async fireClientEvent(externalTenantId, eventType) {
      clients.assertThere(externalTenantId)
      const body = { eventType, externalTenantId }
      return keyed.call(referralPartnerApi.triggerTestWebhook, { parameters: {}, body })
    },
    async replayEvent(account, id) {
      return accounts.call(account, caseApi(account).replayWebhookEvent, { parameters: { id } })
    },
  }
}

function madeElsewhere({ ledger }: RunTools, caseId: string): readonly string[] {
  if (ledger.findById(caseId) !== undefined) return []
  return [
    'the run did not make this case: what happened to it before the run had a subscription was not recorded',
  ]
}

function everybodys(id: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_NOT_OURS',
    what: `Failed to delete webhook subscription ${id}`,
    why: "it is the run's own, by which every test hears of its events",
    todo: 'Leave it: it is deleted when the run is over. A test that is to lose its subscription opens an inbox with answers of its own',
  })
}
