import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { API_NAMES } from '../../src/contract/words/index.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { compareDocuments } from './compare-documents.ts'
import { DELIBERATE_DIFFERENCES } from './deliberate-differences.ts'
import { type Difference, isMeant, lineOf } from './difference.ts'
import { type Described, explainSkipping, isContractThere, published } from './published.ts'

explainSkipping('our documents beside the published ones')

describe.skipIf(!isContractThere)('beside the published documents', () => {
  let differences: readonly Difference[] = []
  let sandbox: Sandbox

  beforeAll(async () => {
    sandbox = await createSandbox()
    const perApi = API_NAMES.map(async (api) => {
      // The sandbox's type of a document is narrower than what is compared.
      const ours = (await sandbox.openapi(api)) as unknown as Described
      return compareDocuments(api, published(api), ours)
    })
    differences = (await Promise.all(perApi)).flat()
  })
  afterAll(() => sandbox.close())

  test('ours differ nowhere but where it is meant', () => {
    const unexplained = differences.filter(
      (difference) => !DELIBERATE_DIFFERENCES.some((meant) => isMeant(difference, meant)),
    )
    expect(unexplained.map(lineOf)).toEqual([])
  })

  test.each(DELIBERATE_DIFFERENCES.filter(({ isInAnswers }) => !isInAnswers))(
    'still differs: $reason',
    (meant) => {
      expect(differences.some((difference) => isMeant(difference, meant))).toBe(true)
    },
  )
})
