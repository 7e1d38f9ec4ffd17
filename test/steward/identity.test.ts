import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseTag } from '../../src/contract/words/index.ts'
import { isRunId, newIdentity } from '../../src/steward/identity.ts'

it('each run has a tag of its own, in the form that Debitura recommends', () => {
  const { runId, tag } = newIdentity()
  expect(tag).toBe(`suite-run-${runId}`)
  expect(tag).toHaveLength(46)
  expect(parseTag(tag)).toEqual({ tag })
  expect(newIdentity().tag).not.toBe(tag)
})

it("a run's id is a UUID of version 4 in lower case, and nothing else", () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      expect(isRunId(uuid)).toBe(uuid[14] === '4')
      expect(isRunId(uuid.toUpperCase())).toBe(uuid === uuid.toUpperCase() && uuid[14] === '4')
      expect(isRunId(`${uuid}\n`)).toBe(false)
    }),
  )
  expect(() => newIdentity('suite')).toThrow(TypeError)
})
