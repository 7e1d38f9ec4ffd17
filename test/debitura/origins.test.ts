import { expect, it } from 'vitest'
import { checkOrigins } from '../../src/debitura/index.ts'

const customer = (environment: 'sandbox' | 'test' | 'production', url: string) => () =>
  checkOrigins(environment, { customer: url })

it.each([
  'http://127.0.0.1:4010',
  'http://127.8.9.10',
  'http://localhost:80/',
  'https://localhost:8443',
  'http://[::1]:4010',
])('the sandbox may be at %s', (url) => {
  expect(customer('sandbox', url)()).toEqual({ customer: new URL(url).origin })
})

it.each([
  'http://192.168.0.7:4010',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'https://customer-api.debitura.com',
  'http://0.0.0.0:4010',
  'ftp://127.0.0.1',
])('the sandbox may not be at %s', (url) => {
  expect(customer('sandbox', url)).toThrow(
    expect.objectContaining({ code: 'DBT_HOST_NOT_ALLOWED', message: expect.stringContaining('loopback') }),
  )
})

it.each([
  'http://customer-api.debitura.com',
  'https://customer-api.debitura.com:8443',
  'https://testcustomer-api.debitura.com',
  'https://referral-api.debitura.com',
  'https://customer-api.debitura.com.example.com',
  'https://127.0.0.1',
])('production may not be at %s', (url) => {
  expect(customer('production', url)).toThrow(
    expect.objectContaining({
      code: 'DBT_HOST_NOT_ALLOWED',
      message: expect.stringContaining('https://customer-api.debitura.com only'),
    }),
  )
})

it.each([
  'http://user:pass-word@127.0.0.1',
  'http://@127.0.0.1',
  'http://127.0.0.1/path',
  'http://127.0.0.1/?',
  'http://127.0.0.1/?key=pass-word',
  'http://127.0.0.1#top',
  'not a url pass-word',
])('%s is not an origin, and is not repeated in the message', (url) => {
  expect(customer('sandbox', url)).toThrow(
    expect.objectContaining({
      code: 'DBT_HOST_NOT_ALLOWED',
      message: expect.not.stringContaining('pass-word'),
    }),
  )
})

it('fills in the documented origins, and accepts them spelt out', () => {
  const documented = {
    customer: 'https://testcustomer-api.debitura.com',
    'referral-partner': 'https://testreferral-api.debitura.com',
  }
  expect(checkOrigins('test', {})).toEqual(documented)
  expect(checkOrigins('test', { customer: 'https://TestCustomer-API.debitura.com:443/' })).toEqual(documented)
  expect(checkOrigins('sandbox', {})).toEqual({})
})

it('refuses an environment that there is not', () => {
  const staging = 'staging' as 'test'
  expect(() => checkOrigins(staging, {})).toThrow(/one of sandbox, test, production/)
})

it('says that the test environment has no Collection Partner API', () => {
  const url = 'https://collectionpartner-api.debitura.com'
  expect(() => checkOrigins('test', { 'collection-partner': url })).toThrow(/no host of this API/)
})
