import { describe, expect, it } from 'vitest'
import { readOrders, type SweepFlags } from '../../src/cli/sweep-orders.ts'
import { unseen } from '../../src/sweep/index.ts'

const CUSTOMER = { DEBITURA_CUSTOMER_API_KEY: 'live-key-1' }
const REFERRAL = { DEBITURA_REFERRAL_API_KEY: 'live-key-2' }
const SANDBOX = {
  DEBITURA_CUSTOMER_API_URL: 'http://127.0.0.1:4010',
  DEBITURA_CUSTOMER_API_KEY: 'sandbox-default',
}
const HOST = 'customer-api.debitura.com'

type Variables = Readonly<Record<string, string>>
const orders = (flags: SweepFlags, variables: Variables = SANDBOX) => readOrders(flags, variables)
const refusal = (flags: SweepFlags, variables?: Variables) => {
  try {
    orders(flags, variables)
  } catch (error) {
    return error as Error & { readonly code: string }
  }
  throw new Error('Expected a refusal')
}

it('is a dry run of three hours, by journals alone, unless told otherwise', () => {
  expect(orders({})).toMatchObject({ dryRun: true, remote: false, json: false, olderThanMs: 10_800_000 })
})

describe('what makes no sense is refused', () => {
  it.each<[string, SweepFlags, Variables | undefined, RegExp]>([
    ['an age without --remote', { olderThan: '3h' }, undefined, /--older-than.*Add --remote/],
    [
      'an age without a unit',
      { olderThan: 3, remote: true },
      undefined,
      /3 is not an age with its unit.*90m, 3h or 2d/,
    ],
    ['an age below a minute', { olderThan: '0m', remote: true }, undefined, /0m is not between/],
    ['a value for a switch', { yes: 'please' }, undefined, /--yes takes no value, and got "please"/],
    ['two environments', { environment: ['test', 'production'] }, undefined, /--environment takes one word/],
    ['an unknown environment', { environment: 'staging' }, undefined, /environment/],
    ['a sandbox that is gone with its run', { remote: true }, {}, /DEBITURA_CUSTOMER_API_URL/],
    [
      'no key at all',
      { remote: true, environment: 'test' },
      {},
      /DEBITURA_CUSTOMER_API_KEY.*DEBITURA_REFERRAL_API_KEY/,
    ],
    [
      'a sandbox without a key',
      { remote: true },
      { DEBITURA_COLLECTION_PARTNER_API_URL: 'http://127.0.0.1:4012' },
      /DEBITURA_COLLECTION_PARTNER_API_KEY \(Collection Partner API: managed cases/,
    ],
    [
      'clients whose cases are nowhere',
      { remote: true },
      { DEBITURA_REFERRAL_API_URL: 'http://127.0.0.1:4011', DEBITURA_REFERRAL_API_KEY: 'sandbox-default' },
      /DEBITURA_CUSTOMER_API_URL is not set, and the cases of clients/,
    ],
  ])('%s', (_, flags, variables, message) => {
    expect(refusal(flags, variables)).toMatchObject({
      code: 'DBT_SETTINGS',
      message: expect.stringMatching(message),
    })
  })
})

describe('in production', () => {
  const live = { ...CUSTOMER, DEBITURA_ENVIRONMENT: 'production' }
  const asked = { remote: true, yes: true, environment: 'production' }

  it('a dry run needs nothing more', () => {
    expect(orders({ remote: true }, live).settings.environment).toBe('production')
  })

  it.each<[string, SweepFlags, Variables, string]>([
    [
      '--environment production, typed',
      { remote: true, yes: true, host: HOST },
      live,
      '--environment production',
    ],
    ['the same without --remote', { yes: true }, live, '--environment production'],
    ['the host, typed', asked, live, `--host ${HOST}`],
    ['that very host', { ...asked, host: 'testcustomer-api.debitura.com' }, live, `--host ${HOST}`],
    ['no other host', { ...asked, host: [HOST, 'example.com'] }, live, `--host ${HOST}`],
    [
      'every host that it deletes at',
      { ...asked, host: HOST },
      { ...live, ...REFERRAL },
      '--host referral-api.debitura.com',
    ],
  ])('deleting needs %s', (_, flags, variables, todo) => {
    expect(refusal(flags, variables)).toMatchObject({
      code: 'DBT_SETTINGS',
      message: expect.stringContaining(todo),
    })
  })

  it('deletes once all that is typed', () => {
    expect(orders({ ...asked, host: HOST }, live)).toMatchObject({ dryRun: false })
    const both = { ...asked, host: [HOST, 'referral-api.debitura.com'] }
    expect(orders(both, { ...REFERRAL })).toMatchObject({ dryRun: false })
  })
})

it('says what it does not look at, for want of a key', () => {
  const { settings } = orders({ remote: true, environment: 'test' }, REFERRAL)
  expect(unseen(settings)).toEqual([
    expect.stringMatching(/creditor's cases.*DEBITURA_CUSTOMER_API_KEY is not set/),
  ])
})

it('keeps keys to their own hosts', () => {
  const elsewhere = { ...CUSTOMER, DEBITURA_CUSTOMER_API_URL: 'https://debitura.example' }
  expect(refusal({ environment: 'test' }, elsewhere)).toMatchObject({ code: 'DBT_HOST_NOT_ALLOWED' })
})
