import fc from 'fast-check'
import { command } from '../command.ts'

export const takeSnapshot = command({
  name: 'take a snapshot',
  choice: fc.constant({}),
  async act(model, real) {
    real.takeSnapshot(model.copy())
  },
})

export const restoreSnapshot = command({
  name: 'restore a snapshot',
  choice: fc.record({ which: fc.nat() }),
  async act(model, real, { which }) {
    const past = real.restoreSnapshot(which)
    if (past !== undefined) model.adopt(past)
  },
})
