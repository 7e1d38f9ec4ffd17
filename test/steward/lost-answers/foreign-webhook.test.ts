import { expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'

it("a subscription of somebody else's that leads by way of ours stays where ours was never made", async () => {
  await using sandbox = await createSandbox()
  const world = freshWorld()
  /** A proxy of theirs, which was told where to pass deliveries on to. */
  const subscribeProxy = (to: string) =>
    fetch(`${sandbox.urls.customer}/webhooks`, {
      method: 'POST',
      headers: { XApiKey: sandboxKey(world), 'content-type': 'application/json' },
      body: JSON.stringify({
        url: `https://proxy.example/?to=${encodeURIComponent(to)}`,
        events: ['case.closed'],
        isTestMode: true,
      }),
    })
  let theirs: Promise<Response> | undefined
  await using between = await interpose(sandbox, async ({ operation, body, pass, drop }) => {
    if (operation !== 'POST /webhooks') return pass()
    theirs ??= subscribeProxy(JSON.parse(body).url)
    await theirs
    drop()
  })
  await using run = hostSteward(between, { world })
  const making = run.steward.createWebhook(newScope(), CREDITOR, 'https://hook.example', ['case.closed'])
  expect(await failureOf(making)).toMatchObject({ code: 'DBT_ANSWER_LOST' })
  expect((await run.close()).leftovers).toEqual([])
  expect(sandbox.world(world).webhooks()).toMatchObject([{ url: expect.stringContaining('proxy.example') }])
})
