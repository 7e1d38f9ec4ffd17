import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { failureOf } from '../steward/hosted.ts'
import { hostKit } from './hosted-kit.ts'

const hook = createServer((_, response) => response.writeHead(204).end())
let url: string
let sandbox: Sandbox

beforeAll(async () => {
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`
  sandbox = await createSandbox()
})
afterAll(async () => {
  hook.close()
  await sandbox.close()
})

describe('waiting for an event', () => {
  it('ends with the event, once it was delivered', async () => {
    await using kit = await hostKit(sandbox)
    await kit.debitura.webhooks.create({ url, events: ['case.closed', 'payment.created'] })
    const claim = await kit.debitura.cases.create()
    await claim.closePaid()
    expect(await claim.waitForEvent('payment.created')).toMatchObject({ caseId: claim.id })
    expect(await claim.waitForEvent('case.closed')).toMatchObject({ eventType: 'case.closed' })
    expect((await claim.events()).length).toBeGreaterThanOrEqual(2)
  })

  it('that does not come says how long it waited, and what came', async () => {
    await using kit = await hostKit(sandbox)
    await kit.debitura.webhooks.create({ url, events: ['case.closed', 'payment.created'] })
    const claim = await kit.debitura.cases.create()
    await claim.closeUnpaid()
    await claim.waitForEvent('case.closed')
    const error = await failureOf(claim.waitForEvent('payment.created', { timeout: 60 }))
    expect(error.code).toBe('DBT_EVENT_MISSING')
    expect(error.message).toMatch(/^Waited 60 ms for payment\.created: these fired: case\.closed \(/)
  })

  it('without a subscription says that there is none', async () => {
    await using kit = await hostKit(sandbox)
    const claim = await kit.debitura.cases.create()
    const error = await failureOf(claim.waitForEvent('case.closed', { timeout: 0 }))
    expect(error.message).toMatch(/no event of the case was recorded.*debitura\.webhooks\.create\(\)/)
  })
})
