import { expect, onTestFinished, test, vi } from 'vitest'
import { Lane } from '../../../src/sandbox/webhooks/lane.ts'

test('what fails is told on the terminal, and the next one has its turn', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => told.mockRestore())
  const lane = new Lane()
  const broken = new Error('broken')
  const done = vi.fn()
  await Promise.all([lane.add(() => Promise.reject(broken)), lane.add(async () => done())])
  expect(done).toHaveBeenCalledOnce()
  expect(told).toHaveBeenCalledWith(expect.stringContaining('deliver a webhook'), broken)
})
