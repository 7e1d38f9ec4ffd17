import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BLOCKERS, blockerKind } from '../../src/contract/words/index.ts'

const blank = fc.string({ unit: fc.constantFrom(' ', '\t', '\n') })

it('a blocker is told by the text that Debitura documents, whatever white space is around it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.entries(BLOCKERS)), blank, blank, ([kind, text], before, after) => {
      expect(blockerKind(`${before}${text}${after}`)).toBe(kind)
    }),
  )
})

it('any other text is an unknown blocker', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(blockerKind(text)).toBe('unknown')
    }),
  )
})
