import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageOf } from '../../../src/sandbox/http/page.ts'

const size = fc.integer({ min: 1, max: 100 })

test('pages are slices: together they are everything once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 120 }), size, fc.boolean(), (things, pageSize, counted) => {
      const total = counted ? things.length : undefined
      const pages = Math.max(1, Math.ceil(things.length / pageSize))
      const all = Array.from({ length: pages }, (_, index) =>
        pageOf(things, { page: index + 1, pageSize }, total),
      )
      expect(all.flatMap(({ items }) => items)).toEqual(things)
      for (const [index, { page, items }] of all.entries()) {
        expect(page).toEqual({
          totalResults: things.length,
          pageSize,
          currentPage: index + 1,
          responseCount: items.length,
          totalPages: Math.ceil(things.length / pageSize),
        })
      }
    }),
  )
})

test('a page beyond the last is empty', () => {
  expect(pageOf([1, 2, 3], { page: 9, pageSize: 2 })).toMatchObject({
    items: [],
    page: { totalResults: 3, totalPages: 2 },
  })
})

test('reads no further than the page where it knows the total', () => {
  let read = 0
  function* endless() {
    for (;;) yield read++
  }
  expect(pageOf(endless(), { page: 1, pageSize: 10 }, 1_000_000).items).toHaveLength(10)
  expect(read).toBe(10)
})
