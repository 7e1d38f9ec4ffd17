import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMENTS_MAX_LENGTH, CREDITOR_REFERENCE_MAX_LENGTH } from '../../src/contract/words/index.ts'
import { isRunId, newIdentity, tagOf } from '../../src/steward/identity.ts'
import {
  decodeComments,
  decodeEmail,
  decodeMarker,
  encodeEmail,
  encodeMarker,
  MARKED_COMMENTS_MAX_LENGTH,
  markComments,
} from '../../src/steward/marker.ts'

const runId = fc.uuid({ version: 4 }).map((uuid) => newIdentity(uuid).runId)
const suffix = fc.stringMatching(/^[A-Za-z0-9_-]{8}$/)
const marker = fc.tuple(runId, suffix).map(([id, end]) => encodeMarker(id, end))

describe('a marker', () => {
  it('names its run, and so the tag', () => {
    fc.assert(
      fc.property(runId, suffix, (id, end) => {
        const decoded = decodeMarker(encodeMarker(id, end))
        expect(decoded).toBe(id)
        expect(tagOf(id)).toBe(`suite-run-${decoded}`)
      }),
    )
  })

  it('has 34 characters that a reference, a path and an id may have', () => {
    fc.assert(
      fc.property(marker, (text) => {
        expect(text).toMatch(/^[A-Za-z0-9_-]{34}$/)
        expect(text.length).toBeLessThanOrEqual(CREDITOR_REFERENCE_MAX_LENGTH)
      }),
    )
  })

  it('is nothing else: no other text decodes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeMarker(text)).toBeUndefined()
      }),
    )
  })

  it('is exact: longer, shorter, or with another beginning it is none', () => {
    const character = fc.string({ minLength: 1 })
    fc.assert(
      fc.property(marker, character, fc.nat(33), (text, more, at) => {
        expect(decodeMarker(text + more)).toBeUndefined()
        expect(decodeMarker(more + text)).toBeUndefined()
        expect(decodeMarker(text.slice(0, at))).toBeUndefined()
        expect(decodeMarker(text.slice(0, at) + text.slice(at + 1))).toBeUndefined()
        expect(decodeMarker(text.replace(/^sr-/, 'SR-'))).toBeUndefined()
        expect(decodeMarker(text.replace(/^sr/, 'rs'))).toBeUndefined()
      }),
    )
  })

  it('has one spelling for each run: with any character of the run part changed, it is another run or none', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    fc.assert(
      fc.property(
        marker,
        fc.integer({ min: 3, max: 24 }),
        fc.constantFrom(...alphabet),
        (text, at, other) => {
          fc.pre(text[at] !== other)
          const changed = decodeMarker(text.slice(0, at) + other + text.slice(at + 1))
          if (changed === undefined) return
          expect(isRunId(changed)).toBe(true)
          expect(changed).not.toBe(decodeMarker(text))
          expect(encodeMarker(changed, text.slice(-8))).toBe(text.slice(0, at) + other + text.slice(at + 1))
        },
      ),
    )
  })

  it('never names a run whose id is not a UUID of version 4', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), suffix, (bytes, end) => {
        const decoded = decodeMarker(`sr-${Buffer.from(bytes).toString('base64url')}-${end}`)
        const isVersion4 = (bytes[6] ?? 0) >> 4 === 4 && (bytes[8] ?? 0) >> 6 === 2
        expect(decoded !== undefined).toBe(isVersion4)
      }),
      { examples: [[new Uint8Array([0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 0]), 'abcdefgh']] },
    )
  })
})

describe('comments', () => {
  const comments = fc.string({ unit: 'grapheme', maxLength: 200 })

  it("bear a marker as their last line, below the author's own", () => {
    fc.assert(
      fc.property(runId, suffix, comments, (id, end, text) => {
        const marked = markComments(text, encodeMarker(id, end))
        expect(marked.startsWith(text)).toBe(true)
        expect(decodeComments(marked)).toBe(id)
      }),
    )
  })

  it('that bear it elsewhere do not count', () => {
    fc.assert(
      fc.property(marker, fc.string({ minLength: 1 }), (text, more) => {
        expect(decodeComments(`${text}\n${more}`)).toBeUndefined()
        expect(decodeComments(`${more.replaceAll('\n', ' ')} ${text}`)).toBeUndefined()
      }),
    )
  })

  it('of the greatest length that leaves room for a marker fill the field exactly', () => {
    const text = 'c'.repeat(MARKED_COMMENTS_MAX_LENGTH)
    const marked = markComments(text, encodeMarker(newIdentity().runId, 'abcdefgh'))
    expect(marked).toHaveLength(COMMENTS_MAX_LENGTH)
  })

  it.each([null, undefined, ''])('that are %j are the marker alone', (none) => {
    const text = encodeMarker(newIdentity().runId, 'abcdefgh')
    expect(markComments(none, text)).toBe(text)
  })
})

describe('an e-mail address', () => {
  const name = fc.constantFrom('office', 'user1', 'user12')
  const emailSuffix = fc.stringMatching(/^[a-z0-9]{8}$/)

  it('names its run, in characters that every validator takes', () => {
    fc.assert(
      fc.property(name, runId, emailSuffix, (user, id, end) => {
        const email = encodeEmail(user, id, end)
        expect(decodeEmail(email)).toBe(id)
        expect(email).toMatch(/^[a-z0-9]+@[a-z0-9]+-[a-z0-9]+\.example\.com$/)
        expect((email.split('@')[1] ?? '').split('.')[0]?.length).toBeLessThanOrEqual(63)
      }),
    )
  })

  it('of anybody else names none', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        expect(decodeEmail(email)).toBeUndefined()
      }),
    )
  })

  it('that merely contains one names none', () => {
    const email = encodeEmail('office', newIdentity().runId, 'abcdefgh')
    for (const other of [`${email}.org`, `${email}\n`, email.replace('@', '@x.'), email.toUpperCase()]) {
      expect(decodeEmail(other)).toBeUndefined()
    }
  })
})
