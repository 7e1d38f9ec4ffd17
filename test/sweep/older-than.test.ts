import { expect, it } from 'vitest'
import { ageText, readAge } from '../../src/sweep/older-than.ts'

it.each([
  ['90m', 5_400_000],
  ['3h', 10_800_000],
  ['1.5h', 5_400_000],
  ['2d', 172_800_000],
  ['1m', 60_000],
])('%s is an age', (given, milliseconds) => {
  expect(readAge(given)).toBe(milliseconds)
})

it.each([
  '',
  '3',
  3,
  '3 h',
  'h',
  '-3h',
  '0h',
  '30s',
  '59999ms',
  '3H',
  '1e3h',
  'NaNh',
  '3651d',
  '3h2m',
  true,
  ['3h', '2h'],
])('%j is none, and the error says what is', (given) => {
  expect(() => readAge(given)).toThrow(
    expect.objectContaining({ code: 'DBT_SETTINGS', message: expect.stringContaining('90m, 3h or 2d') }),
  )
})

it.each([
  [0, '0 min'],
  [5_400_000, '90 min'],
  [10_800_000, '3.0 h'],
  [259_200_000, '3.0 d'],
])('%d ms reads as %s', (milliseconds, text) => {
  expect(ageText(milliseconds)).toBe(text)
})
