import { expect, test } from 'vitest'
import { BEHAVIOURS, type Behaviours } from '../../../src/sandbox/index.ts'
import { callerOf, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

const path = '/_sandbox/worlds/default/behaviours'

test('a world begins with the sandbox’s choices, and changes its own alone', async () => {
  const sandbox = await started({ behaviours: { advanceFromPaused: 'refuse' } })
  const control = callerOf(sandbox, 'customer', {})
  const { body } = await control('GET', path)
  expect(Object.keys(body)).toEqual(Object.keys(BEHAVIOURS))
  expect(body.advanceFromPaused).toBe('refuse')
  const changed = await control('PATCH', path, { duplicateCreditorReference: 'allow' })
  expect(changed.body).toEqual({ ...body, duplicateCreditorReference: 'allow' })
  const statuses = async (world: string) => {
    const { customer } = callers(sandbox, world)
    const twice = [1, 2].map(() => customer('POST', '/cases', claim({ creditorReference: 'INV-1' })))
    return (await Promise.all(twice)).map(({ status }) => status)
  }
  expect(await statuses('default')).toEqual([200, 200])
  expect(await statuses('other')).toEqual([200, 400])
})

test('in code they are changed by `behave`; what is left out stays', async () => {
  const world = (await started()).world()
  world.behave({ naiveTimestamps: false })
  world.behave({ eventWords: 'label' })
  expect(world.behaviours).toMatchObject({ naiveTimestamps: false, eventWords: 'label' })
})

test.each([
  [{ nonsense: true }, "there is no behaviour 'nonsense'"],
  [{ naiveTimestamps: 'yes' }, "'yes' is not a value of the behaviour 'naiveTimestamps'"],
  [{ naiveTimestamps: null }, "'null' is not a value"],
  [[], 'no list'],
])('%j is refused, and changes nothing', async (choices, why) => {
  const sandbox = await started()
  const before = sandbox.world().behaviours
  const message = expect.stringContaining(why) as string
  // A caller without TypeScript may choose anything.
  expect(() => sandbox.world().behave(choices as Partial<Behaviours>)).toThrow(
    expect.objectContaining({ code: 'DBT_SETTINGS', message }),
  )
  const answer = await callerOf(sandbox, 'customer', {})('PATCH', path, choices)
  expect(answer).toMatchObject({ status: 400, body: { error: 'InvalidOrder', message } })
  expect(sandbox.world().behaviours).toEqual(before)
})
