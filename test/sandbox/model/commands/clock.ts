import fc from 'fast-check'
import { command } from '../command.ts'

/** A delivery that fails is given up, and its subscription disabled, after an hour and a half. */
const MOST_MINUTES = 80

export const moveClock = command({
  name: 'move the clock',
  choice: fc.record({ minutes: fc.integer({ min: 1, max: 40 }) }),
  possible: (model, { minutes }) => model.minutes + minutes <= MOST_MINUTES,
  async act(model, real, { minutes }) {
    await real.view.clock.moveForward(`${minutes}m`)
    model.minutes += minutes
    // Tokens are good for half an hour.
    for (const tenant of model.clients.keys()) real.forget(tenant)
  },
})
