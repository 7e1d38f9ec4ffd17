import { describe, expect, it } from 'vitest'
import { DebituraTestkitError } from '../../src/errors/index.ts'
import { checkOptions, type DebituraOptions } from '../../src/steward/options.ts'

const good: DebituraOptions[] = [
  {},
  { environment: 'sandbox' },
  { environment: 'test', customerApiKey: 'key', referralApiKey: 'key', collectionPartnerApiKey: 'key' },
  { customerApiUrl: 'http://127.0.0.1:4010' },
  { standingClient: 'acme' },
  { completeOnboarding: async () => undefined },
  { sandbox: {} },
  { sandbox: { rateLimits: true } },
  { onLeftover: 'warn', keep: true, verify: true, quiet: true, cleanupTimeout: 3_600 },
  { environment: undefined, customerApiKey: undefined, keep: undefined, sandbox: undefined },
]

const bad: [option: string, options: unknown][] = [
  ['environment', { environment: 'staging' }],
  ['environment', { environment: null }],
  ['customerApiKey', { customerApiKey: '' }],
  ['referralApiKey', { referralApiKey: 7 }],
  ['collectionPartnerApiKey', { collectionPartnerApiKey: null }],
  ['customerApiUrl', { customerApiUrl: new URL('http://127.0.0.1') }],
  ['standingClient', { standingClient: '' }],
  ['completeOnboarding', { completeOnboarding: 'browser.js' }],
  ['sandbox', { sandbox: true }],
  ['sandbox.rateLimits', { sandbox: { rateLimits: 'on' } }],
  ['sandbox.rateLimit', { sandbox: { rateLimit: true } }],
  ['onLeftover', { onLeftover: 'ignore' }],
  ['keep', { keep: 1 }],
  ['verify', { verify: 'yes' }],
  ['cleanupTimeout', { cleanupTimeout: 0 }],
  ['cleanupTimeout', { cleanupTimeout: 1.5 }],
  ['cleanupTimeout', { cleanupTimeout: 3_601 }],
  ['cleanupTimeout', { cleanupTimeout: Number.NaN }],
  ['cleanupTimeout', { cleanupTimeout: '60' }],
  ['quiet', { quiet: 'yes' }],
  ['enviroment', { enviroment: 'test' }],
]

describe('options', () => {
  it.each(good)('%j are taken', (options) => {
    expect(() => checkOptions(options)).not.toThrow()
  })

  it.each(bad)('with a bad `%s` are refused, by that name: %j', (option, options) => {
    const error = thrownBy(() => checkOptions(options))
    expect(error).toBeInstanceOf(DebituraTestkitError)
    expect(error).toMatchObject({ code: 'DBT_SETTINGS' })
    expect((error as Error).message).toContain(`option \`${option}\``)
  })

  it.each([null, 'sandbox', 7])('are an object, and %j is none', (options) => {
    expect(thrownBy(() => checkOptions(options))).toMatchObject({ code: 'DBT_SETTINGS' })
  })

  it('of which a key is wrong are refused without the key', () => {
    const key = 'super-secret-key'
    const error = thrownBy(() => checkOptions({ customerApiKey: [key], customerApikey: key })) as Error
    expect(error.message).not.toContain(key)
  })
})

function thrownBy(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('Expected it to throw')
}

it('an option that there is not is named beside those that there are', () => {
  expect(() => checkOptions({ onLeftOver: 'warn' })).toThrow(
    /there is no option `onLeftOver`; there are .*, onLeftover, /,
  )
  expect(() => checkOptions({ sandbox: { limits: true } })).toThrow(
    'there is no option `sandbox.limits`; there are rateLimits',
  )
})
