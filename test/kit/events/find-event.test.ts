import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { failureOf } from '../../steward/hosted.ts'
import { type HostedKit, hostKit } from '../hosted-kit.ts'
import { hostListeningKit } from '../listening-kit.ts'

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

/** What a call answers, and how many milliseconds it took. */
async function timed<T>(call: () => Promise<T>) {
  const began = performance.now()
  return { answer: await call(), took: performance.now() - began }
}

it('an event is found as soon as it is there', async () => {
  const claim = await kit.debitura.cases.create()
  await claim.closePaid()
  const { answer, took } = await timed(() => claim.findEvent('payment.created', { settle: 60_000 }))
  expect(answer?.data.caseId).toBe(claim.id)
  expect(took).toBeLessThan(30_000)
})

it('an event that did not fire is given up once the log has settled', async () => {
  const claim = await kit.debitura.cases.create()
  await claim.closeUnpaid()
  const { answer, took } = await timed(() => claim.findEvent('payment.created'))
  expect(answer).toBeUndefined()
  expect(took).toBeGreaterThanOrEqual(195)
})

it('that the log was quiet before the test asked counts for nothing', async () => {
  const claim = await kit.debitura.cases.create()
  await claim.findEvent('case.closed', { settle: 150 })
  const { took } = await timed(() => claim.findEvent('case.closed', { settle: 150 }))
  expect(took).toBeGreaterThanOrEqual(145)
})

it('of several, one that is as wanted is looked for', async () => {
  const claim = await kit.debitura.cases.create({ amountToRecover: 100 })
  await claim.closePaid()
  expect(await claim.findEvent('payment.created', { where: { amount: 100 } })).toBeDefined()
  expect(await claim.findEvent('payment.created', { where: { amount: 70 } })).toBeUndefined()
})

it('where nothing is recorded, nothing counts as not fired', async () => {
  await using off = await hostKit(sandbox)
  const claim = await off.debitura.cases.create()
  const error = await failureOf(claim.findEvent('payment.created', { settle: 0 }))
  expect(error).toMatchObject({
    code: 'DBT_NOBODY_LISTENS',
    what: `Failed to find out whether case ${claim.id} has fired payment.created`,
    why: expect.stringContaining('the option `webhooks` is false'),
  })
  expect(error.stack).toContain('find-event.test.ts')
})
