import { describe, expect, test } from 'vitest'
import type { SandboxOptions } from '../../../src/sandbox/index.ts'
import { callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

const DAY_MS = 86_400_000

async function shared(options?: SandboxOptions) {
  let time = Date.parse('2026-01-31T08:00:00Z')
  const sandbox = await started({ now: () => new Date(time), ...options })
  const { customer, partner } = callers(sandbox)
  const later = (days: number) => {
    time += days * DAY_MS
  }
  return { sandbox, customer, partner, later }
}

describe('the exclusive period', () => {
  async function active() {
    const { sandbox, customer, partner, later } = await shared()
    const { id } = sandbox.world().seedCase()
    const read = async (caller = customer) => (await caller('GET', `/cases/${id}/exclusive-period`)).body
    const close = (closeCode: string) => partner('POST', `/cases/${id}/close`, { closeCode })
    return { customer, partner, id, read, close, later }
  }

  test('is six months long, and the same for both sides', async () => {
    const { customer, partner, id, read } = await active()
    expect(await read()).toEqual({
      engagementStartDate: '2026-01-31T08:00:00.000',
      currentEndDate: '2026-07-31T08:00:00.000',
      daysRemaining: 181,
      status: 'Active',
      extensions: [],
    })
    expect(await read(partner)).toEqual(await read())
    const { body } = await customer('GET', `/cases/${id}`)
    expect(body.exclusivePeriodEndDate).toBe('2026-07-31T08:00:00.000')
  })

  test('runs out by the clock', async () => {
    const { read, later } = await active()
    later(180.9)
    expect(await read()).toMatchObject({ daysRemaining: 0, status: 'Active' })
    later(0.2)
    expect(await read()).toMatchObject({ daysRemaining: -1, status: 'Expired' })
    later(10)
    expect(await read()).toMatchObject({ daysRemaining: -11, status: 'Expired' })
  })

  test('ends early where the client withdraws', async () => {
    const { read, close, later } = await active()
    await close('WithdrawnByClient')
    later(3)
    expect(await read()).toMatchObject({ daysRemaining: 0, status: 'Terminated' })
  })

  test('is over once the case is resolved', async () => {
    const { customer, id, read, close, later } = await active()
    later(10)
    await close('DebtorUntraceable')
    later(3)
    const currentEndDate = '2026-02-10T08:00:00.000'
    expect(await read()).toMatchObject({ daysRemaining: 0, status: 'Expired', currentEndDate })
    expect((await customer('GET', `/cases/${id}`)).body.exclusivePeriodEndDate).toBe(currentEndDate)
  })

  test('that ran out by itself stays so when the case is resolved', async () => {
    const { read, close, later } = await active()
    later(185)
    await close('DebtorUntraceable')
    later(3)
    expect(await read()).toMatchObject({ daysRemaining: -7, status: 'Expired' })
  })

  test('is a 404 before it has begun, and for another account', async () => {
    const { sandbox, customer, partner } = await shared()
    const waiting = sandbox.world().seedCase({ lifecycle: 'PendingVerification' }).id
    const running = sandbox.world().seedCase().id
    for (const caller of [customer, partner])
      expect((await caller('GET', `/cases/${waiting}/exclusive-period`)).status).toBe(404)
    const other = callers(sandbox, 'other')
    for (const caller of [other.customer, other.partner])
      expect((await caller('GET', `/cases/${running}/exclusive-period`)).status).toBe(404)
  })
})

describe('validation', () => {
  test('asks for nothing while nothing is missing', async () => {
    const { customer } = await shared()
    const { id } = (await customer('POST', '/cases', claim())).body
    const { status, body } = await customer('GET', `/cases/${id}/validation`)
    expect({ status, body }).toEqual({
      status: 200,
      body: { needsInfo: false, creditorRespondedAt: null, items: [] },
    })
  })

  test('says what is missing, and when the creditor answered', async () => {
    const { sandbox, customer, partner, later } = await shared()
    const { id } = sandbox.world().seedCase({ lifecycle: 'NeedsAdditionalDetails' })
    const read = async (caller = customer) => (await caller('GET', `/cases/${id}/validation`)).body
    expect((await customer('GET', `/cases/${id}`)).body.validation).toEqual({ needsInfo: true })
    expect(await read()).toMatchObject({
      needsInfo: true,
      creditorRespondedAt: null,
      items: [{ resolutionArea: expect.any(String), description: expect.any(String) }],
    })
    later(1)
    await customer('POST', `/cases/${id}/chats`, { message: 'Here.', userEmail: 'clara@creditor.example' })
    expect(await read()).toMatchObject({ needsInfo: true, creditorRespondedAt: '2026-02-01T08:00:00.000' })
    expect(await read(partner)).toEqual(await read())
  })

  test('is over once the case moves on', async () => {
    const { sandbox, customer } = await shared()
    const { id } = sandbox.world().seedCase({ lifecycle: 'NeedsAdditionalDetails', isTest: true })
    await customer('POST', `/test/cases/${id}/advance`, { to: 'Active' })
    expect((await customer('GET', `/cases/${id}/validation`)).body.needsInfo).toBe(false)
  })

  test('of another account’s case is a 404', async () => {
    const { sandbox } = await shared()
    const { id } = sandbox.world().seedCase()
    const { customer, partner } = callers(sandbox, 'other')
    for (const caller of [customer, partner])
      expect((await caller('GET', `/cases/${id}/validation`)).status).toBe(404)
  })
})
