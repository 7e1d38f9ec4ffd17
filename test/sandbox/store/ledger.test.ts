import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ledger } from '../../../src/sandbox/store/ledger.ts'

interface Thing {
  readonly id: number
  place: number
}

test('holds what was added and not removed, newest first', () => {
  const steps = fc.array(fc.oneof(fc.constant('add' as const), fc.nat({ max: 3_000 })), {
    maxLength: 4_000,
    size: 'max',
  })
  fc.assert(
    fc.property(steps, (script) => {
      const ledger = new Ledger<'place', Thing>('place')
      const model: Thing[] = []
      for (const [id, step] of script.entries()) {
        if (step === 'add' || model.length === 0) {
          const thing = { id, place: -1 }
          ledger.add(thing)
          model.push(thing)
        } else {
          const [gone] = model.splice(step % model.length, 1)
          if (gone !== undefined) ledger.delete(gone)
        }
      }
      expect([...ledger.newestFirst()]).toEqual(model.toReversed())
      expect(ledger.size).toBe(model.length)
    }),
    { numRuns: 20 },
  )
})

test('closes its holes when most of it is gone', () => {
  const ledger = new Ledger<'place', Thing>('place')
  const things = Array.from({ length: 10_000 }, (_, id) => ({ id, place: -1 }))
  for (const thing of things) ledger.add(thing)
  for (const thing of things.slice(0, 9_990)) ledger.delete(thing)
  expect([...ledger.newestFirst()]).toEqual(things.slice(9_990).toReversed())
  const late = { id: -1, place: -1 }
  ledger.add(late)
  ledger.delete(things[9_995] ?? late)
  expect([...ledger.newestFirst()].map(({ id }) => id)).toEqual([
    -1, 9999, 9998, 9997, 9996, 9994, 9993, 9992, 9991, 9990,
  ])
})

test('removing what is not there changes nothing', () => {
  const ledger = new Ledger<'place', Thing>('place')
  ledger.delete({ id: 0, place: -1 })
  expect(ledger.size).toBe(0)
})
