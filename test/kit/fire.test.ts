import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { failureOf } from '../steward/hosted.ts'
import { type HostedKit, hostKit } from './hosted-kit.ts'
import { hostListeningKit } from './listening-kit.ts'

let sandbox: Sandbox
let kit: HostedKit

beforeAll(async () => {
  sandbox = await createSandbox()
  kit = await hostListeningKit(sandbox)
})
afterAll(async () => {
  await kit[Symbol.asyncDispose]()
  await sandbox.close()
})

describe('an event of a case that is fired', () => {
  it('is told of the case as it stands, which does not change', async () => {
    const claim = await kit.debitura.cases.create()
    const { lifecycle } = claim
    expect(await claim.fire('case.closed')).toMatchObject({ eventType: 'case.closed', caseId: claim.id })
    expect((await claim.waitForEvent('case.closed')).data.closeCode).toBeNull()
    expect((await claim.refresh()).lifecycle).toBe(lifecycle)
  })

  it('is one of the case’s own API', async () => {
    const managed = await kit.debitura.managedCases.create()
    await managed.fire('case.assigned')
    expect((await managed.waitForEvent('case.assigned')).data.lifecycle).toBe('PendingVerification')
    const claim = await kit.debitura.cases.create()
    expect(await failureOf(claim.fire('case.assigned' as never))).toMatchObject({
      code: 'DBT_INVALID_PAYLOAD',
      what: `Failed to fire case.assigned of case ${claim.id}`,
      why: expect.stringContaining('of the Collection Partner API'),
    })
  })

  it('needs something to tell of', async () => {
    const claim = await kit.debitura.cases.create()
    const error = await failureOf(claim.fire('payment.created'))
    expect(error).toMatchObject({ status: 422, what: `Failed to fire payment.created of case ${claim.id}` })
    expect(error.todo).toContain("`advance('Closed:Paid')` makes a payment")
    expect(error.stack).toContain('fire.test.ts')
  })

  it('is of a test case', async () => {
    const { id } = kit.world.seedCase({ isTest: false })
    const claim = await kit.debitura.cases.get(id)
    const error = await failureOf(claim.fire('case.updated'))
    expect(error).toMatchObject({ status: 400, todo: expect.stringContaining('test cases') })
  })

  it('needs somebody to hear it', async () => {
    await using off = await hostKit(sandbox)
    const claim = await off.debitura.cases.create()
    const error = await failureOf(claim.fire('case.updated'))
    expect(error).toMatchObject({
      code: 'DBT_NOBODY_LISTENS',
      todo: expect.stringContaining('`webhooks` is false'),
    })
  })
})

describe('an event of a client that is fired', () => {
  it('is told to the referral partner’s subscriptions', async () => {
    const client = await kit.debitura.clients.onboard()
    const inbox = await kit.debitura.webhooks.inbox({ api: 'referral-partner', events: ['client.linked'] })
    expect(await client.fire('client.linked')).toMatchObject({ eventType: 'client.linked' })
    expect((await inbox.next('client.linked')).data).toMatchObject({
      externalTenantId: client.externalTenantId,
      creditor: { isAttributed: true },
    })
  })

  it.each(['case.closed', 'cases.replay_failed', 'client.linkd', undefined])('is not %s', async (event) => {
    const client = await kit.debitura.clients.onboard()
    const error = await failureOf(client.fire(event as never))
    expect(error).toMatchObject({
      code: 'DBT_INVALID_PAYLOAD',
      todo: expect.stringContaining('client.linked'),
    })
    expect(error.stack).toContain('fire.test.ts')
  })

  it('needs somebody to hear it', async () => {
    await using own = await hostListeningKit(sandbox)
    const client = await own.debitura.clients.onboard()
    expect(await failureOf(client.fire('client.linked'))).toMatchObject({
      code: 'DBT_NOBODY_LISTENS',
      todo: expect.stringContaining("debitura.webhooks.inbox({ api: 'referral-partner' })"),
    })
  })
})
