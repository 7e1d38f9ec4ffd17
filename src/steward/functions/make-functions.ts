import type { StewardFunctions } from '../../protocol/index.ts'
import { makeCase, makeManagedCase } from '../make/make-case.ts'
import { makeWebhook } from '../make/make-webhook.ts'
import type { RunTools } from './run-tools.ts'

type Names = 'createCase' | 'createManagedCase' | 'createClient' | 'createWebhook'

/** What workers can have made. */
export function makeFunctions(tools: RunTools): Pick<StewardFunctions, Names> {
  const { clients, make } = tools
  return {
    createCase: (scope, account, draft) =>
      make(scope, async () => {
        if (account.kind === 'client') clients.assertThere(account.externalTenantId)
        return makeCase(tools, scope, account, draft)
      }),
    createManagedCase: (scope, draft) => make(scope, async () => makeManagedCase(tools, scope, draft)),
    createClient: (scope, draft, options) => make(scope, async () => clients.onboard(scope, draft, options)),
    createWebhook: (scope, account, url, events) =>
      make(scope, async () => makeWebhook(tools, scope, account, url, events)),
  }
}
