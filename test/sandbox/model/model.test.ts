import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { started } from '../callers.ts'
import * as cases from './commands/cases.ts'
import * as chats from './commands/chats.ts'
import * as clients from './commands/clients.ts'
import * as clock from './commands/clock.ts'
import * as payments from './commands/payments.ts'
import * as snapshots from './commands/snapshots.ts'
import * as webhooks from './commands/webhooks.ts'
import { expectSame } from './compare.ts'
import { newModel } from './model.ts'
import { RealWorld } from './real-world.ts'

/** `DEBITURA_MODEL_SEQUENCES=20000` looks harder. */
const SEQUENCES = Number(process.env.DEBITURA_MODEL_SEQUENCES ?? 1_000)
const STEPS = 60

test('whatever is done in two worlds, each holds what a simple model says, and nothing of the other', {
  timeout: 120 * SEQUENCES,
}, async () => {
  const sandbox = await started()
  const steps = fc.commands(
    [
      ...Object.values(cases),
      ...Object.values(chats),
      ...Object.values(clients),
      ...Object.values(clock),
      ...Object.values(payments),
      ...Object.values(snapshots),
      ...Object.values(webhooks),
    ],
    // Sequences as long as that are what is asked for; fast-check keeps most of them much shorter by itself.
    { maxCommands: STEPS, size: 'max' },
  )
  let done = 0
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      const real = {
        left: new RealWorld(sandbox, `left-${randomUUID()}`),
        right: new RealWorld(sandbox, `right-${randomUUID()}`),
      }
      const model = newModel()
      await fc.asyncModelRun(() => ({ model, real }), commands)
      for (const world of ['left', 'right'] as const) {
        await expectSame(model[world], real[world])
        await sandbox.request('customer', `/_sandbox/worlds/${real[world].name}`, { method: 'DELETE' })
      }
      done += 1
    }),
    { numRuns: SEQUENCES },
  )
  expect(done).toBe(SEQUENCES)
})
