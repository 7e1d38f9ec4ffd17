import { expect, test } from 'vitest'
import { DEFAULT_BEHAVIOURS } from '../../src/sandbox/behaviours.ts'
import { BEHAVIOURS, createSandbox } from '../../src/sandbox/index.ts'

const refused = (why: RegExp) =>
  expect.objectContaining({ code: 'DBT_SETTINGS', message: expect.stringMatching(why) as string })

test.each(['0.0.0.0', '192.168.1.4', 'example.com', '127.0.0.1.example.com', '::'])(
  "refuses to listen on '%s', which is not this machine alone",
  async (host) => {
    await expect(createSandbox({ host })).rejects.toThrow(refused(/not a loopback address/))
  },
)

test.each([-1, 1.5, 65_534, Number.NaN])('refuses port %s: three in a row must fit', async (port) => {
  await expect(createSandbox({ port })).rejects.toThrow(refused(/port/))
})

test('refuses a behaviour that it does not have, and a value that a behaviour does not take', async () => {
  await expect(createSandbox({ behaviours: { nope: true } as object })).rejects.toThrow(
    refused(/no behaviour 'nope'/),
  )
  await expect(createSandbox({ behaviours: { initialLifecycle: 'Active' } as object })).rejects.toThrow(
    refused(/'Active' is not a value of the behaviour 'initialLifecycle'/),
  )
})

test.each([
  [{ rateLimits: 'no' }, /expected `rateLimits` to be true or false, and got 'no'/],
  [{ strict: 0 }, /expected `strict` to be true or false, and got 0/],
  [{ now: 'x' }, /expected `now` to be a function that answers a `Date`, and got 'x'/],
  [{ rateLimit: true }, /there is no option `rateLimit`.*Use one of host, port/s],
  [{ host: null }, /loopback/],
])('refuses %o', async (options, why) => {
  await expect(createSandbox(options as object)).rejects.toThrow(refused(why))
})

test('an option that is undefined is left out', async () => {
  const sandbox = await createSandbox({ strict: undefined, port: undefined } as object)
  await sandbox.close()
})

test('refuses an environment that does not exist', async () => {
  await expect(createSandbox({ environment: 'staging' as 'test' })).rejects.toThrow(refused(/environment/))
})

test('every behaviour says why, from where, and has a default among its values', () => {
  for (const [name, { values, default: chosen, why, source }] of Object.entries(BEHAVIOURS)) {
    expect(values as readonly unknown[], name).toContain(chosen)
    expect(why, name).toMatch(/\.$/)
    expect(source, name).not.toBe('')
  }
  expect(Object.keys(DEFAULT_BEHAVIOURS)).toEqual(Object.keys(BEHAVIOURS))
})
