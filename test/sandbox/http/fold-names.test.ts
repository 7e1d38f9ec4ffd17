import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CreateClientRequest } from '../../../src/contract/shapes/index.ts'
import { foldNames } from '../../../src/sandbox/http/fold-names.ts'
import { applicant, claim } from '../payloads.ts'

const body = applicant('tenant', { cases: [claim()] })

test('a body in published spelling is not even copied', () => {
  expect(foldNames(CreateClientRequest, body)).toBe(body)
})

test('names of properties are read in any case, at every depth', () => {
  const respell = (value: unknown, fold: (text: string) => string): unknown => {
    if (Array.isArray(value)) return value.map((item) => respell(item, fold))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [fold(key), respell(inner, fold)]))
  }
  const pascal = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  fc.assert(
    fc.property(
      fc.constantFrom(pascal, (text: string) => text.toUpperCase()),
      (fold) => {
        expect(foldNames(CreateClientRequest, respell(body, fold))).toEqual(body)
      },
    ),
  )
})

test('what is not an object, and names that nobody knows, stay as they are', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(foldNames(CreateClientRequest, value)).toEqual(value)
    }),
  )
})
