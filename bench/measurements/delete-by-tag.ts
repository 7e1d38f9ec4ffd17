import { pairedRounds } from '../measure.ts'
import type { Measurement } from '../measurement.ts'
import type { DeleteByTag } from '../programs/delete-by-tag.ts'

const TAGGED = 10_000
const MANY = 1_000_000
const FEW = 20_000
const SECONDS_AT_MOST = 90

/** Whether a delete by tag takes the same among a million cases as among a few. */
export const deleteByTag: Measurement = {
  name: 'delete-by-tag',
  async run({ workspace, rounds }) {
    await using program = workspace.start<DeleteByTag>('delete-by-tag', ['--max-old-space-size=8192'])
    const { fill, memoryMegabytes, delete: remove } = program.call
    const tags = Array.from({ length: rounds(9) }, (_, index) => `bench-${index}`)
    const common = { casesPerTag: TAGGED, secondsAtMost: SECONDS_AT_MOST }
    const loaded = await fill({ ...common, world: 'many', cases: MANY, tags })
    const megabytes = await memoryMegabytes()
    // Among few, a tag is half of the world: each round has a world of its own.
    for (const tag of tags) await fill({ ...common, world: tag, cases: FEW, tags: [tag] })

    const tagOf = (round: number) => tags[round] ?? ''
    const pairs = await pairedRounds(tags.length, {
      measured: (round) => remove('many', tagOf(round)),
      compared: (round) => remove(tagOf(round), tagOf(round)),
    })
    return [
      {
        what: `delete by tag, ${TAGGED} cases among ${loaded.made}`,
        unit: 'ms',
        pairs,
        comparedTo: `${TAGGED} among ${FEW}`,
        by: 'ratio',
        budget: { of: 'measured', atMost: 50 },
        note: `in one process, without a socket; the cases with the tag lie evenly among the others. ${loaded.made} cases were loaded in ${loaded.seconds.toFixed(0)} s and took ${megabytes} MB.`,
      },
    ]
  },
}
