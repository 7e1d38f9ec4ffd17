import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { failureOf, hostSteward, newScope } from '../hosted.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe('a webhook subscription', () => {
  it.each([
    ['https://hook.example', /^https:\/\/hook\.example\/sr-[\w-]{31}$/],
    ['https://hook.example/', /^https:\/\/hook\.example\/sr-[\w-]{31}$/],
    ['https://hook.example/debitura?team=7', /^https:\/\/hook\.example\/debitura\/sr-[\w-]{31}\?team=7$/],
  ])('of %s is in test mode and bears the marker at the end of its path', async (url, marked) => {
    await using run = hostSteward(sandbox)
    const made = await run.steward.createWebhook(newScope(), CREDITOR, url, ['case.closed'])
    expect(made.url).toMatch(marked)
    expect(made.isTestMode).toBe(true)
  })

  it('of what is no URL is refused before anything is sent', async () => {
    await using run = hostSteward(sandbox)
    const error = await failureOf(run.steward.createWebhook(newScope(), CREDITOR, 'hook', ['case.closed']))
    expect(error).toMatchObject({ code: 'DBT_INVALID_PAYLOAD', message: expect.stringContaining('"hook"') })
    expect(run.connection.calls.total).toBe(0)
  })
})
