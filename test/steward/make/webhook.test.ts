import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLECTION_PARTNER, CREDITOR, REFERRAL_PARTNER } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { failureOf, hostSteward, newScope } from '../hosted.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe('a webhook subscription', () => {
  it.each([
    ['https://hook.example', /^https:\/\/hook\.example\/\?debitura-testkit=sr-[\w-]{31}$/],
    ['https://hook.example/debitura', /^https:\/\/hook\.example\/debitura\?debitura-testkit=sr-[\w-]{31}$/],
    ['https://hook.example/a?team=7', /^https:\/\/hook\.example\/a\?team=7&debitura-testkit=sr-[\w-]{31}$/],
  ])('of %s is in test mode, keeps the path, and bears the marker in the query', async (url, marked) => {
    await using run = hostSteward(sandbox)
    const made = await run.steward.createWebhook(newScope(), CREDITOR, url, ['case.closed'])
    expect(made.url).toMatch(marked)
    expect(made.isTestMode).toBe(true)
  })

  it.each([
    ['case.assigned', CREDITOR, 'an event of the Collection Partner API'],
    ['client.linked', COLLECTION_PARTNER, 'an event of the Referral Partner API'],
    ['case.create', REFERRAL_PARTNER, 'no event of Debitura'],
  ])('to %s is refused where the API does not have it', async (event, account, why) => {
    await using run = hostSteward(sandbox)
    const error = await failureOf(
      run.steward.createWebhook(newScope(), account, 'https://hook.example', [event]),
    )
    expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD', message: expect.stringContaining(why) })
    expect(run.connection.calls.total).toBe(0)
  })

  it.each([CREDITOR, COLLECTION_PARTNER, REFERRAL_PARTNER])(
    'of $kind can be read, and goes',
    async (account) => {
      await using run = hostSteward(sandbox)
      const made = await run.steward.createWebhook(newScope(), account, 'https://hook.example', [
        'case.closed',
      ])
      expect(await run.steward.getWebhook(account, made.id)).toMatchObject({ id: made.id, isActive: true })
      expect((await run.close()).tallies.webhook).toMatchObject({ made: 1, deleted: 1 })
    },
  )

  it('for the run is one for all who ask for the same', async () => {
    await using run = hostSteward(sandbox)
    const make = (events: string[]) =>
      run.steward.createWebhook(newScope(), CREDITOR, 'https://hook.example', events, { forRun: true })
    const [one, other, another] = await Promise.all([
      make(['case.closed', 'case.updated']),
      make(['case.updated', 'case.closed']),
      make(['case.closed']),
    ])
    expect(other).toEqual(one)
    expect(another.id).not.toBe(one.id)
    expect((await run.close()).tallies.webhook).toMatchObject({ made: 2, deleted: 2 })
  })

  it('of what is no URL is refused before anything is sent', async () => {
    await using run = hostSteward(sandbox)
    const error = await failureOf(run.steward.createWebhook(newScope(), CREDITOR, 'hook', ['case.closed']))
    expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD', message: expect.stringContaining('"hook"') })
    expect(run.connection.calls.total).toBe(0)
  })
})
