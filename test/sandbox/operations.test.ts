import { expect, test } from 'vitest'
import { collectionPartnerApi, customerApi, referralPartnerApi } from '../../src/contract/operations/index.ts'
import { collectionPartner } from '../../src/sandbox/collection-partner/index.ts'
import { customer } from '../../src/sandbox/customer/index.ts'
import { referralPartner } from '../../src/sandbox/referral-partner/index.ts'

test.each([
  ['Customer API', customerApi, customer],
  ['Referral Partner API', referralPartnerApi, referralPartner],
  ['Collection Partner API', collectionPartnerApi, collectionPartner],
])('serves every operation of the %s that the contract declares', (_, declared, served) => {
  const names = served.map(({ operation }) => operation.name)
  expect(names.toSorted()).toEqual(Object.keys(declared).toSorted())
})
