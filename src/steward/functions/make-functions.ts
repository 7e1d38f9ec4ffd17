import { type Account, COLLECTION_PARTNER, type StewardFunctions } from '../../protocol/index.ts'
import { makeCase, makeManagedCase } from '../make/make-case.ts'
import type { RunTools } from './run-tools.ts'

type Names = 'createCase' | 'createManagedCase' | 'createClient'

/** What workers can have made. */
export function makeFunctions(tools: RunTools): Pick<StewardFunctions, Names> {
  const { clients, make, webhooks } = tools
  /** Events are recorded where a subscription is there before, the first one included. */
  const recorded = async <T>(account: Account, work: () => Promise<T>) => {
    await webhooks.subscriptions.ensure(account)
    try {
      return await work()
    } finally {
      // What was delivered meanwhile has its owner now, or has none.
      webhooks.office.stir()
    }
  }
  return {
    createCase: (scope, account, draft) =>
      make(scope, async () => {
        if (account.kind === 'client') clients.assertThere(account.externalTenantId)
        return recorded(account, () => makeCase(tools, scope, account, draft))
      }),
    createManagedCase: (scope, draft) =>
      make(scope, () => recorded(COLLECTION_PARTNER, () => makeManagedCase(tools, scope, draft))),
    createClient: (scope, draft, options) => make(scope, async () => clients.onboard(scope, draft, options)),
  }
}
