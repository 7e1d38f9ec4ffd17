import { expect, test } from 'vitest'
import { sandboxKey } from '../../src/sandbox/index.ts'
import { callerOf, started } from './callers.ts'

test('a key names its world, and may carry a suffix', () => {
  expect(sandboxKey()).toBe('sandbox-default')
  expect(sandboxKey('checkout', 'ci')).toBe('sandbox-checkout.ci')
})

test.each(['', 'a.b', 'a b', 'ø'])("a world cannot be named '%s'", (name) => {
  expect(() => sandboxKey(name)).toThrow(expect.objectContaining({ code: 'DBT_SETTINGS' }))
})

test('keys with different suffixes open the same world', async () => {
  const sandbox = await started()
  const me = async (key: string) =>
    (await callerOf(sandbox, 'customer', { XApiKey: key })('GET', '/me')).body.id
  expect(await me('sandbox-a.one')).toBe(await me('sandbox-a.two'))
  expect(await me('sandbox-a')).not.toBe(await me('sandbox-b'))
})

test.each(['', 'sandbox-', 'sandbox-a b', 'sandbox-a.', 'live-key', 'xsandbox-a'])(
  "'%s' is no key: 401",
  async (key) => {
    const sandbox = await started()
    for (const api of ['customer', 'referral-partner', 'collection-partner'] as const) {
      const { status, body } = await callerOf(sandbox, api, key === '' ? {} : { XApiKey: key })('GET', '/me')
      expect(status).toBe(401)
      // The Collection Partner API declares ASP.NET's shape for this one.
      expect(api === 'collection-partner' ? body.title : body.businessErrors[0].type).toBe('Unauthorized')
    }
  },
)
