import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LIFECYCLES, lifecycleOf } from '../../src/contract/words/index.ts'
import { inAnyCase } from './in-any-case.ts'

const lifecycles = Object.entries(LIFECYCLES)

it('a lifecycle is known by its name and by its label, in any case', () => {
  fc.assert(
    fc.property(inAnyCase(lifecycles), ([name, written]) => {
      expect(lifecycleOf(written)).toBe(name)
    }),
  )
})

it('no other text is a lifecycle', () => {
  const known = new Set(lifecycles.flat().map((word) => word.toLowerCase()))
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!known.has(text.toLowerCase()))
      expect(lifecycleOf(text)).toBeUndefined()
    }),
  )
})

it.each(['constructor', '__proto__', 'toString', '', ' Active'])(
  '%j, which every object has or which is not quite a name, is no lifecycle',
  (text) => {
    expect(lifecycleOf(text)).toBeUndefined()
  },
)
