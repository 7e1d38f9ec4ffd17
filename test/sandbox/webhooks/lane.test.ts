import { EventEmitter, once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { LANE_WIDTH, Lane } from '../../../src/sandbox/webhooks/lane.ts'

test('what fails is told on the terminal, and the next one has its turn', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => told.mockRestore())
  const lane = new Lane()
  const broken = new Error('broken')
  const done = vi.fn()
  await Promise.all([lane.add('a', () => Promise.reject(broken)), lane.add('b', async () => done())])
  expect(done).toHaveBeenCalledOnce()
  expect(told).toHaveBeenCalledWith(expect.stringContaining('deliver a webhook'), broken)
})

test('what is forgotten before its turn is over at once, and takes no turn', async () => {
  const lane = new Lane()
  const said = new EventEmitter()
  const gate = once(said, 'open')
  const under = Array.from({ length: LANE_WIDTH }, (_, index) =>
    lane.add(String(index), async () => void (await gate)),
  )
  const done = vi.fn()
  const waiting = lane.add('waiting', async () => done())
  lane.forget('waiting')
  await waiting
  said.emit('open')
  await Promise.all(under)
  expect(done).not.toHaveBeenCalled()
})
