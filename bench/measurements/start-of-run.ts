import { pairedRounds } from '../measure.ts'
import type { Measurement } from '../measurement.ts'
import type { OpenRun } from '../programs/open-run.ts'

/** How long a run takes to start: steward ready, sandbox listening. */
export const startOfRun: Measurement = {
  name: 'start-of-run',
  async run({ workspace, rounds }) {
    const inFreshProcess = async (what: keyof OpenRun) => {
      await using program = workspace.start<OpenRun>('open-run')
      // Awaited here: the program ends with this block.
      return await program.call[what]()
    }
    const pairs = await pairedRounds(rounds(15), {
      measured: () => inFreshProcess('run'),
      compared: () => inFreshProcess('bareProcess'),
    })
    return [
      {
        what: 'start of a run',
        unit: 'ms',
        pairs,
        comparedTo: 'bare Node process that listens',
        by: 'difference',
        budget: { of: 'measured', atMost: 200 },
        note: 'A fresh process each time; importing debitura-testkit itself is not in it.',
      },
    ]
  },
}
