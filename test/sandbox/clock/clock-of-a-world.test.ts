import { describe, expect, test } from 'vitest'
import { sandboxKey } from '../../../src/sandbox/index.ts'
import { callerForClient, callerOf, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

test('each world has its own', async () => {
  const sandbox = await started()
  const { clock } = sandbox.world()
  clock.freeze()
  const before = clock.now()
  await clock.moveForward('7d')
  expect(clock.now().getTime() - before.getTime()).toBe(7 * 86_400_000)
  await clock.moveTo('2126-01-01')
  const { body } = await callers(sandbox).customer('POST', '/cases', claim())
  expect(body.dateCreated).toBe('2126-01-01T00:00:00.000Z')
  expect(sandbox.world('other').clock.now().getFullYear()).toBeLessThan(2126)
  expect([clock.isFrozen, sandbox.world('other').clock.isFrozen]).toEqual([true, false])
  clock.run()
  expect(clock.isFrozen).toBe(false)
  expect(clock.now().getFullYear()).toBe(2126)
})

test('parallel moves add up', async () => {
  const sandbox = await started()
  const { clock } = sandbox.world()
  clock.freeze()
  const before = clock.now().getTime()
  const control = callerOf(sandbox, 'customer', {})
  const order = () => control('POST', '/_sandbox/worlds/default/clock', { moveForward: '1h' })
  await Promise.all([clock.moveForward('1h'), clock.moveForward('1h'), order(), order()])
  expect(clock.now().getTime() - before).toBe(4 * 3_600_000)
})

test('bearer tokens expire by it', async () => {
  const sandbox = await started()
  sandbox.world().seedClient({ externalTenantId: 't' })
  const { clock } = sandbox.world()
  clock.freeze()
  const client = await callerForClient(sandbox, 't')
  await clock.moveForward('1799s')
  expect((await client('GET', '/me')).status).toBe(200)
  await clock.moveForward('1s')
  expect((await client('GET', '/me')).status).toBe(401)
})

test('the windows of the rate limits go by it', async () => {
  const sandbox = await started({ rateLimits: true })
  const { clock } = sandbox.world()
  clock.freeze()
  const me = () => sandbox.request('customer', '/me', { headers: { XApiKey: sandboxKey() } })
  for (let call = 0; call < 2_000; call++) await me()
  const { status, retryAfter } = await me().then(async (answer) => ({
    status: answer.status,
    ...((await answer.json()) as { retryAfter: number }),
  }))
  expect(status).toBe(429)
  await clock.moveForward(`${retryAfter}s`)
  expect((await me()).status).toBe(200)
})

describe('orders that make no sense', () => {
  test.each([
    ['', 'not a length of time'],
    ['2', 'not a length of time'],
    ['-1h', 'not a length of time'],
    ['NaNs', 'not a length of time'],
    ['1e3s', 'not a length of time'],
    ['2 weeks', 'not a length of time'],
    ['36526d', 'more than a hundred years'],
    [`${'9'.repeat(400)}s`, 'more than a hundred years'],
  ])("moveForward '%s': %s", async (text, why) => {
    const { clock } = (await started()).world()
    // A caller without TypeScript may give any text.
    await expect(clock.moveForward(text as '1s')).rejects.toMatchObject({
      code: 'DBT_SETTINGS',
      message: expect.stringContaining(why) as string,
    })
  })

  test.each([
    ['2001-01-01T00:00:00Z', 'never goes back'],
    ['tomorrow', 'not a moment'],
    ['2126-02-30', 'not a moment'],
    ['2126-01-01T00:00:00', 'not a moment'],
    ['9999-01-01', 'more than a hundred years'],
  ])("moveTo '%s': %s", async (text, why) => {
    const sandbox = await started()
    const message = expect.stringContaining(why) as string
    await expect(sandbox.world().clock.moveTo(text)).rejects.toMatchObject({ code: 'DBT_SETTINGS', message })
    const control = callerOf(sandbox, 'customer', {})
    const answer = await control('POST', '/_sandbox/worlds/default/clock', { moveTo: text })
    expect(answer).toMatchObject({ status: 400, body: { error: 'InvalidOrder', message } })
  })

  test('an invalid Date', async () => {
    await expect((await started()).world().clock.moveTo(new Date('?'))).rejects.toMatchObject({
      code: 'DBT_SETTINGS',
    })
  })
})

describe('over HTTP', () => {
  const path = '/_sandbox/worlds/w/clock'

  test('is read, frozen, moved and set going again', async () => {
    const sandbox = await started()
    const control = callerOf(sandbox, 'collection-partner', {})
    expect((await control('GET', path)).body.frozen).toBe(false)
    expect(sandbox.worlds()).toEqual([])
    const frozen = await control('POST', path, { frozen: true })
    const moved = await control('POST', path, { moveForward: '2h' })
    expect(Date.parse(moved.body.now) - Date.parse(frozen.body.now)).toBe(7_200_000)
    const to = await control('POST', path, { moveTo: '2100-01-01T00:00:00Z', frozen: true })
    expect(to.body).toEqual({ now: '2100-01-01T00:00:00.000Z', frozen: true })
    expect((await control('POST', path, { frozen: false })).body.frozen).toBe(false)
    expect(sandbox.world('w').clock.now().getFullYear()).toBe(2100)
  })

  test.each([
    {},
    { moveForward: '1h', moveTo: '2100-01-01' },
    { moveForward: 3 },
    { frozen: 'yes' },
    { rewind: '1h' },
    { moveForward: '1 fortnight' },
    [],
  ])('%j is a 400 that says why', async (order) => {
    const control = callerOf(await started(), 'customer', {})
    const { status, body } = await control('POST', path, order)
    expect(status).toBe(400)
    expect(body.message.length).toBeGreaterThan(10)
  })
})
