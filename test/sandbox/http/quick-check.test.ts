import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
  collectionPartnerApi,
  customerApi,
  referralPartnerApi,
} from '../../../src/contract/operations/index.ts'
import {
  Case,
  Client,
  CreateCaseRequest,
  CreateClientRequest,
  StartCaseRequest,
} from '../../../src/contract/shapes/index.ts'
import { quickCheck } from '../../../src/sandbox/http/quick-check.ts'
import { callers, started } from '../callers.ts'
import { applicant, claim } from '../payloads.ts'

const schemas = [customerApi, referralPartnerApi, collectionPartnerApi]
  .flatMap((api) => Object.values(api))
  .flatMap(({ body, answer }) => [body, answer].flatMap((schema) => (schema === undefined ? [] : [schema])))

test('agrees with Valibot on whatever is neither a request nor an answer', () => {
  fc.assert(
    fc.property(fc.constantFrom(...schemas), fc.jsonValue(), (schema, value) => {
      expect(quickCheck(schema)(value)).toBe(v.is(schema, value))
    }),
    { numRuns: 500 },
  )
})

test('agrees with Valibot on requests and answers with one thing changed', async () => {
  const { customer, referral } = callers(await started())
  const made = await customer('POST', '/cases', claim())
  const linked = await referral('POST', '/clients', applicant('t', { cases: [claim()] }))
  const samples = [
    [Case, made.body],
    [Client, linked.body],
    [CreateCaseRequest, claim({ comments: 'c', dueDate: '2026-02-01', creditorDivisionId: null })],
    [CreateClientRequest, applicant('t', { cases: [claim()] })],
    [StartCaseRequest, { welcomeMessage: 'x', userId: null, interestFees: 1, reminderFees: 0 }],
  ] as const
  for (const [schema, sample] of samples) {
    const check = quickCheck(schema)
    expect(check(sample)).toBe(true)
    const paths = pathsOf(sample)
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.constant(Number.NaN)),
        (path, value) => {
          const changed = structuredClone(sample)
          const owner = path.slice(0, -1).reduce((at, key) => at[key], changed)
          owner[path.at(-1) ?? ''] = value
          expect(check(changed)).toBe(v.is(schema, changed))
        },
      ),
      { numRuns: 500 },
    )
  }
})

/** Where every value of an answer stands. */
function pathsOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...pathsOf(inner, [...at, key])])
}
