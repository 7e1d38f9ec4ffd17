import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { API_NAMES } from '../../src/contract/words/index.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { compareDocuments } from './compare-documents.ts'
import { DELIBERATE_DIFFERENCES } from './deliberate-differences.ts'
import { type Difference, isMeant, lineOf } from './difference.ts'
import { type Described, explainSkipping, isContractThere, published } from './published.ts'

/** Operations that the sandbox does not have yet. May only become fewer. */
const STILL_MISSING = 2

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

  const isMissing = ({ kind, part }: Difference) => kind === 'missing' && part === ''

  test('every operation is there, but for those still to come', () => {
    const missing = differences.filter(isMissing).map(({ api, operation }) => `${api} ${operation}`)
    if (missing.length > 0) console.warn(`${missing.length} operations are missing:\n${missing.join('\n')}`)
    expect(missing.length).toBeLessThanOrEqual(STILL_MISSING)
  })

  test('ours differ nowhere but where it is meant', () => {
    const unexplained = differences
      .filter((difference) => !isMissing(difference))
      .filter((difference) => !DELIBERATE_DIFFERENCES.some((meant) => isMeant(difference, meant)))
    expect(unexplained.map(lineOf)).toEqual([])
  })

  test.each(DELIBERATE_DIFFERENCES.filter(({ isInAnswers }) => !isInAnswers))(
    'still differs: $reason',
    (meant) => {
      expect(differences.some((difference) => isMeant(difference, meant))).toBe(true)
    },
  )
})
