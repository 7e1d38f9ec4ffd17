import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Query } from '../../../src/sandbox/http/query.ts'

const name = fc.mixedCase(fc.constant('Statuses'))
const word = fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,10}[A-Za-z]$/)
const spelling = fc.constantFrom('repeated', 'commas', 'brackets', 'indexed')

describe('lists', () => {
  test('are read in every spelling that the documentation shows', () => {
    fc.assert(
      fc.property(name, spelling, fc.array(word, { minLength: 1, maxLength: 5 }), (key, how, words) => {
        const text = words.map(encodeURIComponent)
        const query = {
          repeated: text.map((one) => `${key}=${one}`).join('&'),
          commas: `${key}=${text.join(',')}`,
          brackets: text.map((one) => `${key}[]=${one}`).join('&'),
          indexed: text.map((one, index) => `${key}%5B${index}%5D=${one}`).join('&'),
        }[how]
        expect(new Query(`http://host/cases?Page=1&${query}`).list('Statuses')).toEqual(words)
      }),
    )
  })

  test('are empty where the parameter is missing or blank', () => {
    expect(new Query('http://host/cases').list('Statuses')).toEqual([])
    expect(new Query('http://host/cases?statuses=').list('Statuses')).toEqual([])
  })
})

describe('times', () => {
  test.each([
    ['2026-06-17', '2026-06-17T00:00:00.000Z'],
    ['2026-06-17T08:30:00', '2026-06-17T08:30:00.000Z'],
    ['2026-06-17T08:30:00Z', '2026-06-17T08:30:00.000Z'],
    ['2026-06-17T08:30:00%2B02:00', '2026-06-17T06:30:00.000Z'],
    ['2026-06-17T08:30:00+02:00', '2026-06-17T06:30:00.000Z'],
  ])('%s is %s', (text, time) => {
    expect(new Query(`http://host/?since=${text}`).time('Since')).toBe(time)
  })

  test('that cannot be read are refused', () => {
    expect(() => new Query('http://host/?since=yesterday').time('since')).toThrow(
      expect.objectContaining({ status: 400 }),
    )
  })
})

test.each(['1.5', 'one', '0x10', '99999999999'])("'%s' is no whole number", (text) => {
  const query = new Query(`http://host/?page=${text}`)
  expect(() => query.integer('Page', 1, { min: 1, max: 10 })).toThrow(
    expect.objectContaining({ status: 400 }),
  )
})

test('flags are true or false in any case, and nothing else', () => {
  const flag = (text: string) => new Query(`http://host/?includeTestCases=${text}`).flag('IncludeTestCases')
  expect([flag('True'), flag('FALSE'), flag('')]).toEqual([true, false, undefined])
  expect(() => flag('yes')).toThrow(expect.objectContaining({ status: 400 }))
})
