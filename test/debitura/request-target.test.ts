import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectionPartnerApi, customerApi, referralPartnerApi } from '../../src/contract/index.ts'
import { requestTarget } from '../../src/debitura/request-target.ts'

const { getClient, listClients } = referralPartnerApi

it('carries any externalTenantId to the server and back', () => {
  const ids = fc
    .string({ minLength: 1, maxLength: 40, unit: 'binary' })
    .filter((id) => id.trim() !== '' && id !== '.' && id !== '..')
  fc.assert(
    fc.property(ids, (externalTenantId) => {
      const url = new URL(requestTarget(getClient, { externalTenantId }), 'http://127.0.0.1')
      const [, resource, id = '', ...rest] = url.pathname.split('/')
      expect([resource, decodeURIComponent(id), rest, url.search]).toEqual([
        'clients',
        externalTenantId,
        [],
        '',
      ])
    }),
  )
})

it.each([undefined, '', '  ', '\t', '.', '..', '\ud800', 7])('refuses the path parameter %j', (id) => {
  expect(() => requestTarget(customerApi.getCase, { id })).toThrow(
    expect.objectContaining({ code: 'DBT_INVALID_PAYLOAD', message: expect.stringContaining('`id`') }),
  )
})

describe('the query', () => {
  it('is encoded; arrays are repeated, and what is undefined is left out', () => {
    const query = {
      Page: 2,
      OnboardingDone: false,
      Query: 'a&b=c d',
      Sort: undefined,
      ExternalTenantId: ['x', 'y'],
    }
    const { searchParams } = new URL(requestTarget(listClients, {}, query), 'http://127.0.0.1')
    expect([...searchParams]).toEqual([
      ['Page', '2'],
      ['OnboardingDone', 'false'],
      ['Query', 'a&b=c d'],
      ['ExternalTenantId', 'x'],
      ['ExternalTenantId', 'y'],
    ])
    expect(requestTarget(listClients, {}, { Sort: undefined })).toBe('/clients')
  })

  it('has published names only', () => {
    expect(() => requestTarget(listClients, {}, { page: 2 })).toThrow(/no query parameter `page`/)
  })
})

describe.each([customerApi.deleteTestCasesByTag, collectionPartnerApi.deleteTestCasesByTag])(
  '$api: delete by tag',
  (operation) => {
    it.each([undefined, '', ' ', ' tag', 'x'.repeat(101), ['tag'], 7])('refuses the tag %j', (tag) => {
      expect(() => requestTarget(operation, {}, { tag })).toThrow(
        expect.objectContaining({ code: 'DBT_INVALID_TAG' }),
      )
    })

    it('refuses to go without one, or with one under another name', () => {
      expect(() => requestTarget(operation, {})).toThrow(expect.objectContaining({ code: 'DBT_INVALID_TAG' }))
      expect(() => requestTarget(operation, {}, { tag: 'mine', Tag: '' })).toThrow(/no query parameter `Tag`/)
    })

    it('sends a good one', () => {
      expect(requestTarget(operation, {}, { tag: 'suite-run-1 & more' })).toBe(
        '/test/cases?tag=suite-run-1+%26+more',
      )
    })
  },
)
