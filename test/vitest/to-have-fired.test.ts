import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lazyMatchers } from '../../src/matchers/lazy-matchers.ts'
import { debituraMatchers } from '../../src/matchers/matchers.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import type { HostedKit } from '../kit/hosted-kit.ts'
import { hostListeningKit } from '../kit/listening-kit.ts'
import { failureOf } from '../steward/hosted.ts'

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

describe.each([
  ['the matchers', debituraMatchers],
  ['the matchers that load when they are used', lazyMatchers],
])('%s', (_, matchers) => {
  beforeAll(() => expect.extend(matchers))

  it('know what has fired, and wait for what is about to', async () => {
    const claim = await kit.debitura.cases.create({ amountToRecover: 1500 })
    await Promise.all([expect(claim).toHaveFired('payment.created'), claim.closePaid()])
    await expect(claim).toHaveFired('payment.created', { data: { amount: 1500 } })
    await expect(claim).toHaveFired('payment.created', { data: { amount: expect.closeTo(1500) } })
    await expect(claim).toHaveFired('case.closed', { data: ({ closeCode }) => closeCode === 'Paid' })
  })

  it('know what has not fired, once the log has settled', async () => {
    const claim = await kit.debitura.cases.create({ amountToRecover: 100 })
    await claim.closePaid()
    const began = performance.now()
    await expect(claim).not.toHaveFired('payment.deleted')
    await expect(claim).not.toHaveFired('payment.created', { data: { amount: 70 }, settle: 300 })
    expect(performance.now() - began).toBeGreaterThanOrEqual(490)
  })

  it('say what fired instead', async () => {
    const claim = await kit.debitura.cases.create({ amountToRecover: 100 })
    await claim.closePaid()
    await claim.waitForEvent('payment.created')
    const error = await failureOf(
      expect(claim).toHaveFired('payment.created', { data: { amount: 70 }, timeout: 50 }),
    )
    expect(error.message).toMatch(
      /^Expected case \S+ to have fired payment\.created\. Waited 50 ms for payment\.created with {"amount":70} .*`amount` is 100, not 70/,
    )
    expect(error.stack).toContain('to-have-fired.test.ts')
  })

  it('say what fired that should not have', async () => {
    const claim = await kit.debitura.cases.create({ amountToRecover: 100 })
    await claim.closePaid()
    const { createdAt } = await claim.waitForEvent('payment.created')
    const error = await failureOf(expect(claim).not.toHaveFired('payment.created'))
    expect(error.message).toMatch(
      /^Expected case \S+ not to have fired payment\.created before its event log settles, and it fired at /,
    )
    expect(error.message).toContain(createdAt)
    expect(error.message).toContain('"amount":100')
  })

  it('take no data without its name, which would be true of every event', async () => {
    const claim = await kit.debitura.cases.create()
    for (const judge of [expect(claim), expect(claim).not]) {
      const error = await failureOf(judge.toHaveFired('case.created', { amount: 1500 } as never))
      expect(error.message).toContain('there is no option `amount`. There are `data`, `timeout`, `settle`')
    }
  })

  it('take a case that can be asked, and an event of its API', async () => {
    expect((await failureOf(expect({ id: 'c1' }).toHaveFired('case.closed'))).message).toContain(
      'Expected a handle of a case',
    )
    const claim = await kit.debitura.cases.create()
    for (const judge of [expect(claim), expect(claim).not]) {
      const error = await failureOf(judge.toHaveFired('case.assigned'))
      expect(error.message).toContain('case.assigned is an event of the Collection Partner API')
    }
  })
})
