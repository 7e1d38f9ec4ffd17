import { describe, expect, it } from 'vitest'
import type { DebituraOptions } from '../../src/steward/options.ts'
import { resolveSettings } from '../../src/steward/settings.ts'
import type { Variables } from '../../src/steward/variables.ts'

const KEYS = {
  DEBITURA_CUSTOMER_API_KEY: 'customer-key',
  DEBITURA_REFERRAL_API_KEY: 'referral-key',
  DEBITURA_COLLECTION_PARTNER_API_KEY: 'partner-key',
}
const LOCAL = {
  DEBITURA_CUSTOMER_API_URL: 'http://127.0.0.1:4010',
  DEBITURA_REFERRAL_API_URL: 'http://localhost:4011/',
  DEBITURA_COLLECTION_PARTNER_API_URL: 'http://[::1]:4012',
}

describe('without any setting', () => {
  it('a run has a sandbox of its own, cleans up within two minutes, and fails over what is left', () => {
    expect(resolveSettings({}, {})).toEqual({
      environment: 'sandbox',
      keys: {},
      urls: {},
      embedded: { rateLimits: false },
      standingClient: undefined,
      authorSigns: false,
      keep: false,
      verify: false,
      onLeftover: 'fail',
      cleanupTimeoutMs: 120_000,
      webhooks: { publicUrl: undefined, port: 0 },
      quiet: false,
      unused: [],
    })
  })

  it('variables that are blank count as unset', () => {
    const blank = {
      ...KEYS,
      ...LOCAL,
      DEBITURA_ENVIRONMENT: '',
      DEBITURA_KEEP: '',
      DEBITURA_ON_LEFTOVER: ' ',
    }
    const variables = Object.fromEntries(Object.keys(blank).map((name) => [name, ' ']))
    expect(resolveSettings({}, variables)).toEqual(resolveSettings({}, {}))
  })
})

describe('a sandbox', () => {
  it('that runs elsewhere is used with the keys that open it', () => {
    expect(resolveSettings({}, { ...KEYS, ...LOCAL })).toMatchObject({
      embedded: undefined,
      keys: {
        customer: 'customer-key',
        'referral-partner': 'referral-key',
        'collection-partner': 'partner-key',
      },
      urls: { customer: 'http://127.0.0.1:4010', 'referral-partner': 'http://localhost:4011' },
      unused: [],
    })
  })

  it("of the run's own takes no keys of a real service, and says which it leaves unused", () => {
    const { DEBITURA_COLLECTION_PARTNER_API_KEY: _, ...keys } = KEYS
    expect(resolveSettings({}, keys)).toMatchObject({
      keys: {},
      unused: ['DEBITURA_CUSTOMER_API_KEY', 'DEBITURA_REFERRAL_API_KEY'],
    })
  })

  it('can be told to limit calls', () => {
    expect(resolveSettings({ sandbox: { rateLimits: true } }, {}).embedded).toEqual({ rateLimits: true })
  })
})

describe('an option', () => {
  it.each<[keyof DebituraOptions, unknown, string, Variables]>([
    ['environment', 'sandbox', 'environment', { DEBITURA_ENVIRONMENT: 'test' }],
    ['standingClient', 'mine', 'standingClient', { DEBITURA_STANDING_CLIENT: 'theirs' }],
    ['keep', false, 'keep', { DEBITURA_KEEP: '1' }],
    ['onLeftover', 'fail', 'onLeftover', { DEBITURA_ON_LEFTOVER: 'warn' }],
  ])('`%s` overrides its variable', (option, value, setting, variables) => {
    expect(resolveSettings({ [option]: value }, variables)).toHaveProperty(setting, value)
    expect(resolveSettings({}, { ...variables, ...KEYS })).not.toHaveProperty(setting, value)
  })

  it('that gives a key or a URL overrides its variable', () => {
    const options = { customerApiKey: 'mine', customerApiUrl: 'http://127.0.0.1:5000' }
    expect(resolveSettings(options, { ...KEYS, ...LOCAL })).toMatchObject({
      keys: { customer: 'mine', 'referral-partner': 'referral-key' },
      urls: { customer: 'http://127.0.0.1:5000' },
    })
  })
})

describe.each(['test', 'production'] as const)('in the environment %s', (environment) => {
  it('one key is enough, and calls go to the documented hosts', () => {
    const settings = resolveSettings({ environment, referralApiKey: 'key' }, {})
    expect(settings).toMatchObject({ environment, keys: { 'referral-partner': 'key' }, embedded: undefined })
    expect(settings.urls['referral-partner']).toMatch(/^https:\/\/(test)?referral-api\.debitura\.com$/)
  })

  it('a run without a key is refused, and the variables of its APIs are named', () => {
    const { DEBITURA_COLLECTION_PARTNER_API_KEY: partner, ...both } = KEYS
    const apis = environment === 'test' ? both : { ...both, DEBITURA_COLLECTION_PARTNER_API_KEY: partner }
    for (const variable of Object.keys(apis)) {
      expect(() => resolveSettings({ environment }, {})).toThrow(variable)
      expect(() => resolveSettings({}, { DEBITURA_ENVIRONMENT: environment })).toThrow(variable)
    }
  })

  it('a host of ones own is refused', () => {
    const variables = { ...KEYS, DEBITURA_CUSTOMER_API_URL: 'https://customer-api.debitura.example' }
    expect(() => resolveSettings({ environment }, variables)).toThrow(
      expect.objectContaining({
        code: 'DBT_HOST_NOT_ALLOWED',
        message: expect.stringContaining('DEBITURA_CUSTOMER_API_URL'),
      }),
    )
  })
})

describe('a variable', () => {
  it.each([
    ['DEBITURA_ENVIRONMENT', 'staging', 'sandbox, test, production'],
    ['DEBITURA_ENVIRONMENT', 'Test', 'sandbox, test, production'],
    ['DEBITURA_KEEP', 'yes', '1, 0, true, false'],
    ['DEBITURA_ON_LEFTOVER', 'ignore', 'fail, warn'],
  ])('%s that is %j is refused, by its name and with what it may be', (name, value, allowed) => {
    expect(() => resolveSettings({}, { [name]: value })).toThrow(
      expect.objectContaining({
        code: 'DBT_SETTINGS',
        message: expect.stringMatching(new RegExp(`${name} is "${value}".*${allowed}`)),
      }),
    )
  })

  it.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
  ])('DEBITURA_KEEP=%s means %s', (value, keep) => {
    expect(resolveSettings({}, { DEBITURA_KEEP: value }).keep).toBe(keep)
  })

  it('may have white space around its value', () => {
    const settings = resolveSettings(
      {},
      { DEBITURA_ENVIRONMENT: ' test\n', DEBITURA_REFERRAL_API_KEY: ' key\n' },
    )
    expect(settings).toMatchObject({ environment: 'test', keys: { 'referral-partner': 'key' } })
  })

  it.each([
    ['http://198.51.100.7:4010', 'is not one of them'],
    ['https://127.0.0.1.example.com', 'is not one of them'],
    ['ftp://127.0.0.1', 'its scheme is ftp'],
    ['127.0.0.1:4010', ''],
    ['http://user:secret@127.0.0.1', 'it has a user'],
  ])('that points the sandbox to %s is refused', (url, why) => {
    expect(() => resolveSettings({}, { DEBITURA_REFERRAL_API_URL: url })).toThrow(
      expect.objectContaining({
        code: 'DBT_HOST_NOT_ALLOWED',
        message: expect.stringMatching(new RegExp(`${why}.*DEBITURA_REFERRAL_API_URL`)),
      }),
    )
  })
})

it('settings are plain data: they reach the steward over its standard input', () => {
  const settings = resolveSettings({ completeOnboarding: async () => undefined }, { ...KEYS, ...LOCAL })
  expect(settings.authorSigns).toBe(true)
  const { standingClient: _, embedded: __, ...defined } = settings
  expect(JSON.parse(JSON.stringify(settings))).toEqual(defined)
})

describe('a key of an API that has no URL', () => {
  it('is not used, and named', () => {
    const { DEBITURA_CUSTOMER_API_URL } = LOCAL
    expect(resolveSettings({}, { ...KEYS, DEBITURA_CUSTOMER_API_URL })).toMatchObject({
      keys: { customer: 'customer-key' },
      unused: ['DEBITURA_REFERRAL_API_KEY', 'DEBITURA_COLLECTION_PARTNER_API_KEY'],
    })
  })

  it('is that of the Collection Partner API in the test environment, which has none', () => {
    expect(resolveSettings({ environment: 'test' }, KEYS)).toMatchObject({
      keys: { customer: 'customer-key', 'referral-partner': 'referral-key' },
      unused: ['DEBITURA_COLLECTION_PARTNER_API_KEY'],
    })
  })

  it('does not make up for the others', () => {
    const { DEBITURA_COLLECTION_PARTNER_API_KEY } = KEYS
    const resolve = () => resolveSettings({ environment: 'test' }, { DEBITURA_COLLECTION_PARTNER_API_KEY })
    expect(resolve).toThrow('there is no key for any of its APIs')
  })
})

describe('what a run hears of webhooks', () => {
  it('can be switched off', () => {
    expect(resolveSettings({ webhooks: false }, {}).webhooks).toBeUndefined()
  })

  it('comes in at a public URL and a port, by option or by variable', () => {
    const webhooks = { publicUrl: 'https://tunnel.example/hooks', port: 4040 }
    expect(resolveSettings({ webhooks }, {}).webhooks).toEqual(webhooks)
    const variables = {
      DEBITURA_WEBHOOKS_PUBLIC_URL: webhooks.publicUrl,
      DEBITURA_WEBHOOKS_PORT: '4040',
    }
    expect(resolveSettings({}, variables).webhooks).toEqual(webhooks)
  })

  it.each([
    [{ webhooks: { publicUrl: 'http://tunnel.example' } }, {}, /https URLs only/],
    [{ webhooks: { publicUrl: 'tunnel.example' } }, {}, /https URLs only/],
    [{}, { DEBITURA_WEBHOOKS_PORT: 'any' }, /DEBITURA_WEBHOOKS_PORT is not a port/],
    [{ webhooks: { port: 70_000 } }, {}, /`webhooks\.port`/],
    [
      { webhooks: { url: 'https://tunnel.example' } },
      {},
      /no option `webhooks\.url`; there are publicUrl, port/,
    ],
    [{ webhooks: true }, {}, /`webhooks`/],
  ])('given as %o and %o is refused', (options, variables, why) => {
    const given = () => resolveSettings({ environment: 'test', ...options }, { ...KEYS, ...variables })
    expect(given).toThrow(
      expect.objectContaining({ code: 'DBT_SETTINGS', message: expect.stringMatching(why) }),
    )
  })
})
