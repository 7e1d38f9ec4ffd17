import { createHook } from 'node:async_hooks'
import { EventEmitter, once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Appointment } from '../../../src/sandbox/clock/agenda.ts'
import { Timekeeper } from '../../../src/sandbox/clock/timekeeper.ts'
import { Debitura } from '../../../src/sandbox/debitura.ts'
import { settingsFrom } from '../../../src/sandbox/options.ts'
import { World } from '../../../src/sandbox/store/world.ts'

/** A world whose appointments are noted with the time at which they were kept. */
function watched(keep: (world: World, appointment: Appointment) => void | Promise<void> = () => undefined) {
  const kept: { readonly id: string; readonly at: number }[] = []
  const said = new EventEmitter()
  const heard = once(said, 'kept')
  const timekeeper = new Timekeeper(async (world, appointment) => {
    await keep(world, appointment)
    kept.push({ id: appointment.id, at: world.clock.milliseconds() })
    said.emit('kept')
  })
  onTestFinished(() => timekeeper.close())
  const world = new World('w', new Debitura(settingsFrom({})))
  timekeeper.watch(world)
  const start = world.clock.milliseconds()
  const add = (id: string, ahead: number) => world.agenda.add({ at: start + ahead, kind: 'delivery', id })
  return { timekeeper, world, kept, start, add, heard }
}

/** Timers that were set since, and neither fired nor were cleared. */
function timersFromNow(): ReadonlySet<number> {
  const open = new Set<number>()
  const hook = createHook({
    init: (id, type) => void (type === 'Timeout' && open.add(id)),
    destroy: (id) => void open.delete(id),
  }).enable()
  onTestFinished(() => void hook.disable())
  return open
}

test('keeps an appointment once its time has come', async () => {
  const { add, heard, kept, start } = watched()
  add('soon', 20)
  await heard
  expect(kept).toMatchObject([{ id: 'soon' }])
  expect(kept[0]?.at).toBeGreaterThanOrEqual(start + 20)
})

test('wakes up for one that comes in before the others', async () => {
  const { add, heard, kept } = watched()
  add('in a month', 30 * 86_400_000)
  add('soon', 5)
  await heard
  expect(kept).toMatchObject([{ id: 'soon' }])
})

test('keeps nothing that is still to come while the clock is frozen, but what is due', async () => {
  const { timekeeper, world, add, heard, kept } = watched()
  timekeeper.freeze(world)
  add('later', 60_000)
  add('due', 0)
  await heard
  expect(kept).toMatchObject([{ id: 'due' }])
  await timekeeper.move(world, () => world.clock.milliseconds() + 60_000)
  expect(kept).toMatchObject([{ id: 'due' }, { id: 'later' }])
})

test('a move does everything on the way at its own moment, also what only follows from it', async () => {
  const { timekeeper, world, add, kept, start } = watched((_, { id }) => {
    if (id === 'first') add('from first', 15_000)
  })
  timekeeper.freeze(world)
  add('last', 20_000)
  add('first', 10_000)
  add('beyond', 30_001)
  await timekeeper.move(world, () => start + 30_000)
  expect(kept).toEqual([
    { id: 'first', at: start + 10_000 },
    { id: 'from first', at: start + 15_000 },
    { id: 'last', at: start + 20_000 },
  ])
  expect(world.clock.milliseconds()).toBe(start + 30_000)
  expect(world.agenda.all()).toMatchObject([{ id: 'beyond' }])
})

test('one move comes after the other, and what fails in one does not stop the next', async () => {
  const gate = new EventEmitter()
  const { timekeeper, world, add, kept, start } = watched((_, { id }) =>
    id === 'slow' ? once(gate, 'never').then(() => undefined) : undefined,
  )
  timekeeper.freeze(world)
  add('slow', 100)
  add('next', 200)
  const first = timekeeper.move(world, () => start + 100)
  const second = timekeeper.move(world, () => start + 200)
  await vi.waitFor(() => expect(gate.listenerCount('never')).toBe(1))
  gate.emit('error', new Error('broken'))
  await expect(first).rejects.toThrow('broken')
  await second
  expect(kept).toMatchObject([{ id: 'next' }])
})

test('a move goes by the time at which its turn comes', async () => {
  const { timekeeper, world, start } = watched()
  timekeeper.freeze(world)
  await Promise.all([1, 2, 3].map(() => timekeeper.move(world, (now) => now + 100)))
  expect(world.clock.milliseconds()).toBe(start + 300)
})

test('a world that is let go of while its clock moves does nothing more', async () => {
  const { timekeeper, world, add, kept, start } = watched((found, { id }) => {
    if (id === 'first') timekeeper.forget(found)
  })
  add('first', 100)
  add('second', 200)
  await timekeeper.move(world, () => start + 300)
  expect(kept).toMatchObject([{ id: 'first' }])
})

describe('what fails by itself', () => {
  const broken = new Error('broken')

  test.each([
    [
      'at once',
      () => {
        throw broken
      },
    ],
    ['later', () => Promise.reject(broken)],
  ])('%s, is told on the terminal, and the rest goes on', async (_, fail) => {
    const told = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => told.mockRestore())
    const said = new EventEmitter()
    const timekeeper = new Timekeeper((_world, { id }) => {
      if (id === 'broken') return fail()
      said.emit('kept')
    })
    onTestFinished(() => timekeeper.close())
    const world = new World('w', new Debitura(settingsFrom({})))
    timekeeper.watch(world)
    const heard = once(said, 'kept')
    for (const id of ['broken', 'other']) world.agenda.add({ at: 0, kind: 'delivery', id })
    await heard
    await vi.waitFor(() =>
      expect(told).toHaveBeenCalledWith(expect.stringContaining('what was due (delivery)'), broken),
    )
  })
})

test('leaves no timer behind', async () => {
  const { timekeeper, world, add, start } = watched()
  const timers = timersFromNow()
  add('later', 60_000)
  expect(timers.size).toBe(1)
  await timekeeper.move(world, () => start + 10)
  timekeeper.close()
  add('after', 60_000)
  await timekeeper.move(world, () => start + 20)
  await setImmediate()
  expect(timers.size).toBe(0)
})
