import { expect, test } from 'vitest'
import { sortOrder } from '../../../src/sandbox/http/sort.ts'

interface Row {
  readonly name: string
  readonly amount: number | null
}
const rows: Row[] = [
  { name: 'b', amount: 2 },
  { name: 'a', amount: 2 },
  { name: 'c', amount: null },
  { name: 'd', amount: 1 },
]
const fields = { name: (row: Row) => row.name, amount: (row: Row) => row.amount }
const sorted = (text: string | undefined) =>
  rows
    .toSorted(sortOrder(text, fields) ?? (() => 0))
    .map(({ name }) => name)
    .join('')

test('sorts by several fields, in both directions', () => {
  expect(sorted('amount:desc,name')).toBe('abdc')
  expect(sorted('Amount, Name:DESC')).toBe('cdba')
})

test('fields that are not documented are ignored', () => {
  expect(sorted('debtorName:asc')).toBe('bacd')
  expect(sorted('debtorName,name')).toBe('abcd')
  expect(sorted('toString')).toBe('bacd')
  expect(sorted(undefined)).toBe('bacd')
})
