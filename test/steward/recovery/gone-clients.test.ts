import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import type { Journal } from '../../../src/steward/journal/journal.ts'
import { accountOf, draft, failureOf, freshWorld, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { doomedRun, folder, recoverIn } from './dead-run.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** Nothing is written after the line that says that a client was deleted: the steward was killed just then. */
function upToItsDeletion(journal: Journal): Journal {
  let client: string | undefined
  let isDead = false
  return {
    problem: undefined,
    intent(resource) {
      if (!isDead) journal.intent(resource)
      if (resource.kind === 'client') client = resource.key
    },
    served(externalTenantId) {
      if (!isDead) journal.served(externalTenantId)
    },
    outcome(key, state, id) {
      if (!isDead) journal.outcome(key, state, id)
      isDead ||= key === client && state === 'deleted'
    },
    remove: () => undefined,
    leave: () => undefined,
  }
}

describe('a steward that was killed just after it had deleted a client', () => {
  it('leaves nothing to do for a subscription that went with it, and of which nobody knew whether it was there', async () => {
    using place = folder()
    const world = freshWorld()
    await using between = await interpose(sandbox, ({ operation, pass, lose }) =>
      operation === 'POST /webhooks' ? lose() : pass(),
    )
    await using run = doomedRun(between, place, world, { writing: upToItsDeletion })
    const scope = newScope()
    const client = await run.steward.createClient(scope, draft.client(), { sign: true })
    const url = 'https://hook.example'
    await failureOf(run.steward.createWebhook(scope, accountOf(client), url, ['case.closed']))
    await run.steward.resetClient(client.externalTenantId)
    expect(place.lines().at(-1)).toMatchObject({ outcome: 'deleted', key: client.externalTenantId })
    expect(await recoverIn(between, place, world)).toMatchObject([{ outcome: 'recovered', leftovers: [] }])
    expect(place.journals()).toEqual([])
  })
})
