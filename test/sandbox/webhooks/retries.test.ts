import { describe, expect, test } from 'vitest'
import { callers } from '../callers.ts'
import { claim } from '../payloads.ts'
import { receiver } from './receiver.ts'
import { listening } from './subscribed.ts'

/** Waits between the attempts, as the guide has them. */
const WAITS = ['60s', '120s', '240s', '480s', '960s', '1800s', '1800s'] as const
const NOW = { now: () => new Date('2026-06-17T08:30:00Z') }

const made = async (customer: Awaited<ReturnType<typeof listening>>['customer']) =>
  (await customer('POST', '/cases', claim())).body.id

describe('a delivery that fails', () => {
  test('is attempted 8 times on the documented schedule, and then the subscription is disabled', async () => {
    const { customer, hook, subscription, log, clock, settled } = await listening({ status: 500 }, NOW)
    const began = performance.now()
    const caseId = await made(customer)
    await settled()
    for (const [index, wait] of WAITS.entries()) {
      expect(await log(caseId)).toMatchObject([{ attemptCount: index + 1, lastResponseCode: 500 }])
      expect(await subscription()).toMatchObject({ isActive: true, disabledReason: null })
      await clock.moveForward(wait)
    }
    expect(hook.received).toHaveLength(8)
    expect(await log(caseId)).toMatchObject([
      { attemptCount: 8, deliveredAt: null, lastError: 'HTTP 500: Internal Server Error' },
    ])
    expect(await subscription()).toMatchObject({
      isActive: false,
      disabledReason: 'Exceeded maximum retry attempts (8 failures)',
      updatedUtc: '2026-06-17T10:01:00.000',
    })
    await clock.moveForward('30d')
    expect(hook.received).toHaveLength(8)
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  test('goes through all its attempts in one move of the clock', async () => {
    const { customer, hook, subscription, clock } = await listening({ status: 503 }, NOW)
    await made(customer)
    await clock.moveForward('2h')
    expect(hook.received).toHaveLength(8)
    expect((await subscription()).isActive).toBe(false)
    expect(clock.now()).toEqual(new Date('2026-06-17T10:30:00Z'))
  })

  test('is not attempted before its time, nor while the clock is frozen', async () => {
    const { customer, hook, clock, settled } = await listening({ status: 500 })
    clock.freeze()
    await made(customer)
    await settled()
    await clock.moveForward('59999ms')
    expect(hook.received).toHaveLength(1)
    await clock.moveForward('1ms')
    expect(hook.received).toHaveLength(2)
  })

  test('ends with the first success: same payload, one row, all attempts counted', async () => {
    const { customer, hook, subscription, log, clock, settled } = await listening({ status: 500 }, NOW)
    const caseId = await made(customer)
    await settled()
    hook.answerWith(204)
    await clock.moveForward('2h')
    expect(new Set(hook.received.map(({ text }) => text)).size).toBe(1)
    expect(await log(caseId)).toEqual([
      expect.objectContaining({
        attemptCount: 2,
        createdAt: '2026-06-17T08:30:00.000',
        deliveredAt: '2026-06-17T08:31:00.000',
        lastResponseCode: 204,
        lastError: null,
      }),
    ])
    expect((await subscription()).isActive).toBe(true)
  })

  test('does not follow a redirect', async () => {
    const { customer, hook, log, settled } = await listening({ status: 302 })
    const caseId = await made(customer)
    await settled()
    expect(hook.received).toHaveLength(1)
    expect(await log(caseId)).toMatchObject([{ lastResponseCode: 302, lastError: 'HTTP 302: Found' }])
  })

  test('with 410 Gone disables its subscription at once', async () => {
    const { customer, hook, subscription, log, clock } = await listening({ status: 410 })
    const caseId = await made(customer)
    await clock.moveForward('2h')
    expect(hook.received).toHaveLength(1)
    expect(await log(caseId)).toMatchObject([{ attemptCount: 1, lastResponseCode: 410 }])
    expect(await subscription()).toMatchObject({
      isActive: false,
      disabledReason: 'Endpoint returned 410 Gone',
    })
  })

  test('waits up to a tenth longer or shorter where the behaviour says so', async () => {
    const { customer, hook, clock, settled } = await listening(
      { status: 500 },
      { ...NOW, behaviours: { retryJitter: 'ten-percent' } },
    )
    await made(customer)
    await settled()
    await clock.moveForward('53s')
    expect(hook.received).toHaveLength(1)
    await clock.moveForward('14s')
    expect(hook.received).toHaveLength(2)
  })
})

describe('failures of several events', () => {
  const failing = async (autoDisable: 'one-event' | 'any-event') => {
    const { customer, subscription, settled } = await listening(
      { status: 500 },
      { behaviours: { autoDisable } },
    )
    for (let count = 0; count < 8; count++) await made(customer)
    await settled()
    return (await subscription()).isActive
  }

  test('do not add up', async () => expect(await failing('one-event')).toBe(true))
  test('add up where the behaviour says so', async () => expect(await failing('any-event')).toBe(false))
})

describe('a disabled subscription', () => {
  const disabled = async (eventsWhileDisabled: 'drop' | 'keep') => {
    const setting = await listening({ status: 410 }, { behaviours: { eventsWhileDisabled } })
    const { customer, hook, settled } = setting
    await made(customer)
    await settled()
    const missed = await made(customer)
    await setting.clock.moveForward('2h')
    expect(hook.received).toHaveLength(1)
    hook.answerWith(200)
    await customer('PATCH', `/webhooks/${setting.id}`, { isActive: true })
    await settled()
    return { ...setting, missed }
  }

  test('is enabled again by its owner, and hears of what happens from then on', async () => {
    const { customer, hook, subscription, log, settled, missed } = await disabled('drop')
    expect(await subscription()).toMatchObject({ isActive: true, disabledReason: null })
    expect(hook.received).toHaveLength(1)
    expect(await log(missed)).toEqual([])
    await made(customer)
    await settled()
    expect(hook.received).toHaveLength(2)
  })

  test('gets what it missed where the behaviour says so', async () => {
    const { hook, log, missed } = await disabled('keep')
    expect(hook.received).toHaveLength(2)
    expect(await log(missed)).toMatchObject([{ attemptCount: 1, lastResponseCode: 200 }])
  })

  test('drops what was waiting for another attempt', async () => {
    const { customer, hook, id, clock, settled } = await listening({ status: 500 })
    await made(customer)
    await settled()
    await customer('PATCH', `/webhooks/${id}`, { isActive: false })
    await customer('PATCH', `/webhooks/${id}`, { isActive: true })
    await clock.moveForward('2h')
    expect(hook.received).toHaveLength(1)
  })

  test('starts with a fresh count of failures', async () => {
    const { customer, id, subscription, clock } = await listening({ status: 500 })
    await made(customer)
    await clock.moveForward('2h')
    await customer('PATCH', `/webhooks/${id}`, { isActive: true })
    await made(customer)
    await clock.moveForward('1h')
    expect((await subscription()).isActive).toBe(true)
    await clock.moveForward('1h')
    expect((await subscription()).isActive).toBe(false)
  })
})

describe('what is deleted', () => {
  test('takes its waiting deliveries along, be it the case or the subscription', async () => {
    const { customer, hook, id, clock, settled } = await listening({ status: 500 })
    const caseId = await made(customer)
    await made(customer)
    await settled()
    await customer('DELETE', `/test/cases/${caseId}`)
    await clock.moveForward('60s')
    expect(hook.received).toHaveLength(3)
    await customer('DELETE', `/webhooks/${id}`)
    await clock.moveForward('2h')
    expect(hook.received).toHaveLength(3)
  })

  test('leaves no row when an answer comes in afterwards', async () => {
    const { sandbox, customer, hook, log, settled } = await listening()
    const slow = await receiver('silent')
    const { id } = (
      await customer('POST', '/webhooks', { url: slow.url, events: ['case.created'], isTestMode: true })
    ).body
    const caseId = await made(customer)
    await Promise.all([slow.until(1), hook.until(1)])
    await customer('DELETE', `/webhooks/${id}`)
    slow.stop()
    await settled()
    expect(await log(caseId)).toMatchObject([{ lastResponseCode: 200 }])
    expect(sandbox.world().webhooks()).toHaveLength(1)
  })

  test('a deleted world delivers nothing more', async () => {
    const { sandbox, customer, hook, settled } = await listening({ status: 500 })
    await made(customer)
    await settled()
    sandbox.world().delete()
    await sandbox.world().clock.moveForward('2h')
    expect(hook.received).toHaveLength(1)
    expect((await callers(sandbox).customer('GET', '/webhooks')).body).toEqual([])
  })
})

describe('a restored world', () => {
  test('goes on with the attempts that were left', async () => {
    const { sandbox, customer, hook, log, clock, settled } = await listening({ status: 500 }, NOW)
    const caseId = await made(customer)
    await settled()
    await clock.moveForward('60s')
    const snapshot = sandbox.world().snapshot()
    await clock.moveForward('2h')
    expect(hook.received).toHaveLength(8)
    sandbox.world().restore(snapshot)
    expect(await log(caseId)).toMatchObject([{ attemptCount: 2 }])
    hook.answerWith(200)
    await sandbox.world().clock.moveForward('119s')
    expect(hook.received).toHaveLength(8)
    await sandbox.world().clock.moveForward('1s')
    expect(hook.received).toHaveLength(9)
    expect(await log(caseId)).toMatchObject([{ attemptCount: 3, lastResponseCode: 200 }])
  })

  test('takes up what was under way', async () => {
    const { sandbox, customer, hook, log } = await listening({ status: 200 })
    hook.answerWith('silent')
    const caseId = await made(customer)
    await hook.until(1)
    const snapshot = sandbox.world().snapshot()
    hook.answerWith(200)
    sandbox.world().restore(snapshot)
    await sandbox.world().clock.moveForward('0s')
    expect(hook.received).toHaveLength(2)
    expect(await log(caseId)).toMatchObject([{ attemptCount: 1, lastResponseCode: 200 }])
  })
})

describe('each attempt is signed afresh', () => {
  const times = async (
    signatureTime: 'machine' | 'world',
    header = 'x-debitura-signature',
    time = /^t=(\d+),/,
  ) => {
    const { customer, hook, clock } = await listening(
      { status: 500 },
      { ...NOW, behaviours: { signatureTime } },
    )
    await made(customer)
    await clock.moveForward('60s')
    const start = NOW.now().getTime() / 1000
    return hook.received.map(({ headers }) => Number(time.exec(String(headers[header]))?.[1]) - start)
  }

  test('at the time of the machine, which receivers go by', async () =>
    expect(await times('machine')).toEqual([0, 0]))

  test('at the time of the world where the behaviour says so', async () =>
    expect(await times('world')).toEqual([0, 60]))

  test('and tells the time of the event as before', async () =>
    expect(await times('world', 'x-debitura-timestamp', /(\d+)/)).toEqual([0, 0]))
})
