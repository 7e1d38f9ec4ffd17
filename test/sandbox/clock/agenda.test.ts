import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { Agenda, type Appointment } from '../../../src/sandbox/clock/agenda.ts'

const at = (at: number, id: string): Appointment => ({ at, kind: 'delivery', id })

test('gives out what is due, in its order, and keeps the rest', () => {
  const agenda = new Agenda()
  for (const appointment of [at(30, 'c'), at(10, 'a'), at(20, 'b')]) agenda.add(appointment)
  expect(agenda.takeDue(20)?.id).toBe('a')
  expect(agenda.takeDue(20)?.id).toBe('b')
  expect(agenda.takeDue(20)).toBeUndefined()
  expect(agenda.all()).toEqual([at(30, 'c')])
})

test('has one appointment about a thing: a new one takes the place of the old', () => {
  const agenda = new Agenda()
  agenda.add(at(10, 'a'))
  agenda.add({ at: 5, kind: 'link-expiry', id: 'a' })
  agenda.add(at(20, 'a'))
  expect(agenda.all()).toEqual([{ at: 5, kind: 'link-expiry', id: 'a' }, at(20, 'a')])
})

test('tells of every change, and of nothing else', () => {
  const agenda = new Agenda()
  const changed = vi.fn()
  agenda.onChange = changed
  agenda.add(at(1, 'a'))
  agenda.cancel('delivery', 'a')
  agenda.cancel('delivery', 'a')
  expect(changed).toHaveBeenCalledTimes(2)
})

test('keeps order whatever comes: by moment, and of one moment the first that was made', () => {
  const order = fc.record({ at: fc.nat(20), id: fc.nat(12).map(String), drop: fc.boolean() })
  fc.assert(
    fc.property(fc.array(order), (orders) => {
      const agenda = new Agenda()
      const expected: Appointment[] = []
      for (const { at: moment, id, drop } of orders) {
        const known = expected.findIndex((appointment) => appointment.id === id)
        if (known !== -1) expected.splice(known, 1)
        if (drop) agenda.cancel('delivery', id)
        else {
          agenda.add(at(moment, id))
          expected.push(at(moment, id))
        }
      }
      // Sorting is stable.
      expected.sort((left, right) => left.at - right.at)
      expect(agenda.all()).toEqual(expected)
      const copy = new Agenda()
      for (const appointment of agenda.all()) copy.add(appointment)
      const taken = expected.map(() => copy.takeDue(20))
      expect(taken).toEqual(expected)
    }),
  )
})
