import { describe, expect, it } from 'vitest'
import { hintFor, type Refused } from '../../src/debitura/hints.ts'

const hint = (refused: Partial<Refused>) =>
  hintFor({
    status: 422,
    type: undefined,
    solutionUrl: undefined,
    api: 'customer',
    environment: 'test',
    credential: 'key',
    ...refused,
  })

describe('a 401', () => {
  it.each([
    ['customer', 'DEBITURA_CUSTOMER_API_KEY'],
    ['referral-partner', 'DEBITURA_REFERRAL_API_KEY'],
    ['collection-partner', 'DEBITURA_COLLECTION_PARTNER_API_KEY'],
  ] as const)('of the %s API names %s', (api, variable) => {
    expect(hint({ status: 401, api })).toContain(variable)
  })

  it('of the sandbox says what its keys look like', () => {
    expect(hint({ status: 401, environment: 'sandbox' })).toMatch(/DEBITURA_CUSTOMER_API_KEY.*`sandbox-`/)
  })

  it('of a bearer token says to mint another', () => {
    expect(hint({ status: 401, credential: 'bearer' })).toMatch(/mint another/)
  })
})

it('goes by the type before the status', () => {
  const types = [
    'NoPartnerAvailable',
    'MissingDebtCollectionContract',
    'MissingPowerOfAttorney',
    'MissingKycVerification',
    'CreditorBlocked',
    'IdempotencyConflict',
    'DuplicateReference',
    'ClientExistsNeedsLinking',
    'ClientAlreadyLinkedToAnotherPartner',
  ]
  const hints = types.map((type) => hint({ type }))
  expect(new Set(hints).size).toBe(types.length)
  expect(hints).not.toContain(hint({}))
})

it('has something for every status, and for types that it does not know', () => {
  for (let status = 400; status < 600; status++) expect(hint({ status, type: 'constructor' })).toMatch(/\w/)
})

it('names the place where a person can put it right', () => {
  expect(hint({ type: 'MissingPowerOfAttorney', solutionUrl: 'https://sign.example/1' })).toContain(
    'at https://sign.example/1 ',
  )
})
