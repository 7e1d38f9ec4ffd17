import { describe, expect, test } from 'vitest'
import { createSandbox } from '../../src/sandbox/index.ts'
import { type Described, explainSkipping, isContractThere, published } from '../conformance/published.ts'
import { SCENARIOS } from '../conformance/scenarios/index.ts'
import { orderedRefusals } from '../conformance/scenarios/ordered.ts'
import { operationsPage } from './operations-page.ts'

explainSkipping('docs/operations.md')

describe.skipIf(!isContractThere)('docs/operations.md', () => {
  test('lists every published operation, as it stands', async () => {
    await using sandbox = await createSandbox()
    // The sandbox's type of a document is narrower than what is read of it.
    const ours = async (api: Parameters<typeof published>[0]) =>
      (await sandbox.openapi(api)) as unknown as Described
    const page = operationsPage({
      published: {
        customer: published('customer'),
        'referral-partner': published('referral-partner'),
        'collection-partner': published('collection-partner'),
      },
      ours: {
        customer: await ours('customer'),
        'referral-partner': await ours('referral-partner'),
        'collection-partner': await ours('collection-partner'),
      },
      scenarios: SCENARIOS,
      ordered: orderedRefusals(SCENARIOS),
    })
    await expect(page, 'The page is out of date. Run `npm run docs` to write it anew.').toMatchFileSnapshot(
      '../../docs/operations.md',
    )
  })
})
