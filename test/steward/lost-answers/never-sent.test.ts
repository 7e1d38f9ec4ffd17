import { describe, expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { json, serve } from '../../debitura/misbehaving-server.ts'
import { accountOf, draft, failureOf, hostSteward, newScope } from '../hosted.ts'

/** A Debitura that listens only once `appear` is called, and has nothing then. */
async function absent() {
  const { url, port, ...server } = await serve(() => undefined)
  await server[Symbol.asyncDispose]()
  return {
    urls: { customer: url, 'referral-partner': url, 'collection-partner': url },
    appear: () =>
      serve((response, { method }) => {
        if (method === 'DELETE') response.writeHead(204).end()
        else json(response, 404, {})
      }, port),
  }
}

describe.concurrent('what was asked for while Debitura could not be reached', () => {
  it('counts neither as made nor as left over', async () => {
    const { urls, appear } = await absent()
    await using run = hostSteward({ urls })
    const scope = newScope()
    const codes = await Promise.all(
      [
        run.steward.createCase(scope, CREDITOR, draft.case()),
        run.steward.createManagedCase(scope, draft.managedCase()),
        run.steward.createClient(scope, draft.client(), { sign: true }),
        run.steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed']),
        // Its token is asked for first, and never comes.
        run.steward.createCase(scope, accountOf({ externalTenantId: 'acme' }), draft.case()),
      ].map(async (making) => (await failureOf(making)).code),
    )
    expect(new Set(codes)).toEqual(new Set(['DBT_UNREACHABLE']))
    await using server = await appear()
    const report = await run.close()
    const none = { made: 0, deleted: 0, alreadyGone: 0, kept: 0, leftOver: 0 }
    expect(report.tallies).toEqual({ case: none, client: none, webhook: none })
    expect(report.leftovers).toEqual([])
    // Only for what the application under test may have made with the tag.
    expect(server.seen.map(({ method, url }) => `${method} ${url.replace(/\?.*/, '')}`)).toEqual([
      'DELETE /test/cases',
      'DELETE /test/cases',
    ])
  })
})
