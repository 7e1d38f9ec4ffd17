import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTag, TAG_MAX_LENGTH } from '../../src/contract/words/index.ts'

// String.trim knows all of these.
const whiteSpace = ' \t\n\r\v\f\u00a0\ufeff\u2003\u2028\u3000'

describe('a tag', () => {
  it('is either the very text that was given, or a problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const parsed = parseTag(text)
        if ('tag' in parsed) expect(parsed.tag).toBe(text)
        else expect(parsed.problem).toMatch(/tag/)
      }),
    )
  })

  it('is never blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...whiteSpace) }), (text) => {
        expect(parseTag(text)).toEqual({ problem: 'the tag is blank' })
      }),
    )
  })

  it('never starts or ends with white space', () => {
    fc.assert(
      fc.property(fc.constantFrom(...whiteSpace), fc.boolean(), (space, first) => {
        expect(parseTag(first ? `${space}tag` : `tag${space}`)).toHaveProperty('problem')
      }),
    )
  })

  it('never has more than 100 characters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (length) => {
        const parsed = parseTag('t'.repeat(length))
        expect('tag' in parsed).toBe(length <= TAG_MAX_LENGTH)
        if ('problem' in parsed) expect(parsed.problem).toContain(`${length} characters`)
      }),
    )
  })

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [7, 'number'],
    [{}, 'object'],
    [['tag'], 'object'],
  ])('is text, and %j is not', (value, type) => {
    expect(parseTag(value)).toEqual({ problem: `a tag is text, not ${type}` })
  })
})
