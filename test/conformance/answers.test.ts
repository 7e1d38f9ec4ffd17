import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { API_NAMES, type ApiName } from '../../src/contract/words/index.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { AnswerCheck } from './answer-check.ts'
import { DELIBERATE_DIFFERENCES } from './deliberate-differences.ts'
import { type Described, explainSkipping, isContractThere, operationsOf, published } from './published.ts'
import { castOf } from './scenarios/cast.ts'
import { SCENARIOS } from './scenarios/index.ts'
import { orderedRefusals } from './scenarios/ordered.ts'

explainSkipping('answers beside the published documents; they are held against ours alone')

const STORIES = [SCENARIOS, orderedRefusals(SCENARIOS)].flatMap((scenarios) =>
  API_NAMES.flatMap((api) =>
    Object.entries(scenarios[api]).flatMap(([operation, stories]) =>
      Object.entries(stories).map(([status, story]) => ({ api, operation, status: Number(status), story })),
    ),
  ),
)

let sandbox: Sandbox
let ours: Record<ApiName, Described>
let checks: Record<ApiName, readonly AnswerCheck[]>

beforeAll(async () => {
  sandbox = await createSandbox()
  const perApi = API_NAMES.map(async (api) => [api, await sandbox.openapi(api)])
  ours = Object.fromEntries(await Promise.all(perApi))
  const checksOf = (api: ApiName) =>
    [ours[api], ...(isContractThere ? [published(api)] : [])].map(
      (document) => new AnswerCheck(api, document),
    )
  checks = {
    customer: checksOf('customer'),
    'referral-partner': checksOf('referral-partner'),
    'collection-partner': checksOf('collection-partner'),
  }
})
afterAll(() => sandbox.close())

describe('every answer on the way is what the documents say', () => {
  test.each(STORIES)('$api $operation: $status', async ({ api, operation, status, story }) => {
    const problems: string[] = []
    const cast = castOf(sandbox, `story-${STORIES.findIndex((one) => one.story === story)}`, (...seen) => {
      const [witnessed, method, path, answer] = seen
      for (const check of checks[witnessed]) {
        const reached = check.operationOf(method, path) ?? `${method} ${path}`
        problems.push(...check.problems(reached, answer.status, answer.body))
      }
    })
    const { status: got, body } = await story(cast)
    expect({ status: got, body: got === status ? undefined : body }).toEqual({ status, body: undefined })
    for (const check of checks[api]) problems.push(...check.problems(operation, got, body))
    expect([...new Set(problems)]).toEqual([])
  })
})

describe.each(API_NAMES)('the scenarios of the %s API', (api) => {
  const successful = Object.entries(SCENARIOS[api])
    .filter(([, stories]) => Object.keys(stories).some((status) => Number(status) < 400))
    .map(([operation]) => operation)

  test('end in a success for every operation, and are about no other', () => {
    expect(successful.toSorted()).toEqual([...operationsOf(ours[api]).keys()].toSorted())
  })
})

test.each(DELIBERATE_DIFFERENCES.filter(({ isInAnswers }) => isInAnswers))(
  'some answer still differs: $reason',
  (meant) => {
    const all = API_NAMES.flatMap((api) => checks[api])
    expect(all.some((check) => check.hasMet(meant))).toBe(true)
  },
)
