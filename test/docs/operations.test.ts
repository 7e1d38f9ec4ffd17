import { describe, expect, test } from 'vitest'
import { collectionPartner } from '../../src/sandbox/collection-partner/index.ts'
import { customer } from '../../src/sandbox/customer/index.ts'
import { referralPartner } from '../../src/sandbox/referral-partner/index.ts'
import { explainSkipping, isContractThere, published } from '../conformance/published.ts'
import { SCENARIOS } from '../conformance/scenarios/index.ts'
import { orderedRefusals } from '../conformance/scenarios/ordered.ts'
import { operationsPage } from './operations-page.ts'

explainSkipping('docs/operations.md')

describe.skipIf(!isContractThere)('docs/operations.md', () => {
  test('lists every published operation, as it stands', async () => {
    const page = operationsPage({
      published: {
        customer: published('customer'),
        'referral-partner': published('referral-partner'),
        'collection-partner': published('collection-partner'),
      },
      implemented: {
        customer,
        'referral-partner': referralPartner,
        'collection-partner': collectionPartner,
      },
      scenarios: SCENARIOS,
      ordered: orderedRefusals(SCENARIOS),
    })
    await expect(page, 'The page is out of date. Run `npm run docs` to write it anew.').toMatchFileSnapshot(
      '../../docs/operations.md',
    )
  })
})
