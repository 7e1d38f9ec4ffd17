import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClientOverrides } from '../../../src/kit/index.ts'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { gate } from '../../debitura/misbehaving-server.ts'
import { draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const CFO = { email: 'cfo@acme.example' }

/** What two clients have in common, so that Debitura has one of them at a time. */
const conflicts: [what: string, first: ClientOverrides, second: ClientOverrides][] = [
  ['e-mail address', CFO, CFO],
  ['e-mail address, in another case', CFO, { email: 'CFO@Acme.example' }],
  ["office's e-mail address", { client: { supportEmail: CFO.email } }, CFO],
  ['externalTenantId', { externalTenantId: 'acme' }, { externalTenantId: 'acme' }],
]

describe.each(conflicts)('two clients with the same %s, in scopes that follow each other', (_, one, two) => {
  it('are made one after the other, though the first is reset in the background', async () => {
    const world = freshWorld()
    const resetting = gate()
    const go = gate()
    await using between = await interpose(sandbox, async (passing) => {
      if (passing.method === 'DELETE' && passing.operation.includes('/clients/')) {
        resetting.open()
        await go.opened
      }
      await passing.pass()
    })
    await using run = hostSteward(between, { world })
    const first = newScope()
    const before = await run.steward.createClient(first, draft.client(one), { sign: true })
    run.steward.closeScope(first.id)
    await resetting.opened
    const making = run.steward.createClient(newScope(), draft.client(two), { sign: true })
    go.open()
    const after = await making
    expect(after.client.id).not.toBe(before.client.id)
    expect(
      sandbox
        .world(world)
        .clients()
        .map(({ creditorId }) => creditorId),
    ).toEqual([after.client.id])
    expect((await run.close()).tallies.client).toMatchObject({ made: 2, deleted: 2 })
  })

  it('are made one after the other, though something else of the first scope is still in flight', async () => {
    const arrived = gate()
    const go = gate()
    await using between = await interpose(sandbox, async (passing) => {
      if (passing.operation === 'POST /cases') {
        arrived.open()
        await go.opened
      }
      await passing.pass()
    })
    await using run = hostSteward(between)
    const first = newScope('a test that timed out')
    await run.steward.createClient(first, draft.client(one), { sign: true })
    const late = run.steward.createCase(first, CREDITOR, draft.case())
    await arrived.opened
    run.steward.closeScope(first.id)
    const making = run.steward.createClient(newScope('its retry'), draft.client(two), { sign: true })
    go.open()
    await Promise.all([late, making])
    expect((await run.close()).tallies.client).toMatchObject({ made: 2, deleted: 2 })
  })

  it('are made one after the other, though the second is asked for in the same breath', async () => {
    await using run = hostSteward(sandbox)
    const first = newScope()
    await run.steward.createClient(first, draft.client(one), { sign: true })
    run.steward.closeScope(first.id)
    await run.steward.createClient(newScope(), draft.client(two), { sign: true })
    expect((await run.close()).tallies.client).toMatchObject({ made: 2, deleted: 2 })
  })
})

it('two clients with the same e-mail are made one after the other, though the first was still being made', async () => {
  const arrived = gate()
  const go = gate()
  let made = 0
  await using between = await interpose(sandbox, async (passing) => {
    if (passing.operation === 'POST /clients' && ++made === 1) {
      arrived.open()
      await go.opened
    }
    await passing.pass()
  })
  await using run = hostSteward(between)
  const first = newScope('a test that timed out')
  const late = run.steward.createClient(first, draft.client(CFO), { sign: true })
  await arrived.opened
  run.steward.closeScope(first.id)
  const retried = run.steward.createClient(newScope('its retry'), draft.client(CFO), { sign: true })
  go.open()
  await Promise.all([late, retried])
  expect((await run.close()).tallies.client).toMatchObject({ made: 2, deleted: 2, leftOver: 0 })
})

it('two clients with the same e-mail in one scope are a mistake, and Debitura says so', async () => {
  await using run = hostSteward(sandbox)
  const scope = newScope()
  await run.steward.createClient(scope, draft.client(CFO), { sign: true })
  const error = await failureOf(run.steward.createClient(scope, draft.client(CFO), { sign: true }))
  expect(error).toMatchObject({ status: 409, type: 'ClientExistsNeedsLinking' })
  expect((await run.close()).tallies.client).toMatchObject({ made: 1, deleted: 1 })
})
