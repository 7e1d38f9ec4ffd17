import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CLOSE_CODES, closeCodeOf, PARTNER_CLOSE_CODES } from '../../src/contract/words/index.ts'
import { inAnyCase } from './in-any-case.ts'

it('a close code is known by its name and by its label, in any case', () => {
  fc.assert(
    fc.property(inAnyCase(Object.entries(CLOSE_CODES)), ([name, written]) => {
      expect(closeCodeOf(written)).toBe(name)
    }),
  )
})

it('labels are those that Debitura writes: with en dashes, and one hyphen', () => {
  expect(CLOSE_CODES.PreLegalExhaustedNoPayment).toBe('Pre-Legal Exhausted – No Payment')
  expect(CLOSE_CODES.CaseNeverStartedInternal).toBe('Case never started - Internal')
  expect(closeCodeOf('Pre-Legal Exhausted - No Payment')).toBeUndefined()
})

it('a partner closes with codes that are close codes, each once', () => {
  expect(new Set(PARTNER_CLOSE_CODES).size).toBe(PARTNER_CLOSE_CODES.length)
  expect(PARTNER_CLOSE_CODES.map(closeCodeOf)).toEqual(PARTNER_CLOSE_CODES)
})

it.each(['constructor', '__proto__', 'hasOwnProperty', ''])('%j is no close code', (text) => {
  expect(closeCodeOf(text)).toBeUndefined()
})
