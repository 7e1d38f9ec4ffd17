import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences } from '../../../src/kit/events/differences.ts'

const json = fc.jsonValue()
const fields = fc.dictionary(fc.string(), json)

describe('a value', () => {
  it('does not differ from itself', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(differences(value, structuredClone(value))).toEqual([])
      }),
    )
  })

  it('may have more fields than are expected', () => {
    fc.assert(
      fc.property(fields, fields, (expected, more) => {
        expect(differences(expected, { ...more, ...expected })).toEqual([])
      }),
    )
  })

  it('differs where a field is another one, and wherever Vitest says so', () => {
    fc.assert(
      fc.property(fields, fields, (expected, actual) => {
        const says = differences(expected, actual).length > 0
        const judged = () => expect(actual).toMatchObject(expected)
        if (says) expect(judged).toThrow()
        else judged()
      }),
    )
  })

  it.each<[expected: unknown, actual: unknown, words: string[]]>([
    [{ amount: 70 }, { amount: 100 }, ['`amount` is 100, not 70']],
    [{ amount: 70 }, {}, ['`amount` is missing, not 70']],
    [{ amount: '70' }, { amount: 70 }, ['`amount` is 70, not "70"']],
    [{ creditor: { id: 'a' } }, { creditor: { id: 'b' } }, ['`creditor.id` is "b", not "a"']],
    [{ creditor: { id: 'a' } }, { creditor: null }, ['`creditor` is null, not {"id":"a"}']],
    [{ list: [1] }, { list: [1, 2] }, ['`list` is [1,2], not [1]']],
    [{ list: [{ a: 1 }] }, { list: [{ a: 2, b: 3 }] }, ['`list.0.a` is 2, not 1']],
    [{ list: [1] }, { list: { 0: 1 } }, ['`list` is {"0":1}, not [1]']],
    [{ toString: 1 }, {}, ['`toString` is missing, not 1']],
    [{ amount: expect.any(Number) }, { amount: 'ten' }, ['`amount` is "ten", not Any<Number>']],
    [{ a: { b: expect.closeTo(1) } }, { a: 1 }, ['`a` is 1, not {"b":"NumberCloseTo 1 (2 digits)"}']],
    [{ closeComment: undefined }, { closeComment: 'x' }, ['`closeComment` is "x", not undefined']],
    [7, 8, ['it is 8, not 7']],
  ])('%j against %j: %j', (expected, actual, words) => {
    expect(differences(expected, actual)).toEqual(words)
  })

  it('can be judged by matchers', () => {
    const expected = {
      amount: expect.any(Number),
      list: expect.arrayContaining([2]),
      text: expect.stringContaining('b'),
    }
    expect(differences(expected, { amount: 1, list: [1, 2], text: 'abc', more: true })).toEqual([])
  })

  it('is shown in a few words, however long it is', () => {
    const [difference = ''] = differences({ message: 'short' }, { message: 'x'.repeat(10_000) })
    expect(difference.length).toBeLessThan(200)
  })
})
