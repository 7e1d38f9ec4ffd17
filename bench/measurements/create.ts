import { medianOf } from '../measure.ts'
import type { Measurement } from '../measurement.ts'
import type { RunOwner } from '../programs/run-owner.ts'
import type { SandboxServer } from '../programs/sandbox-server.ts'

const CREATES_PER_ROUND = 50
const YOUNG_ROUNDS = 10
// All creates under the Customer API key stay below 1,900: the kit keeps to Debitura's limit per minute by itself.
const MOST_ROUNDS = 25
const WARM_UP = { clients: 5, casesPerClient: 1000 }

/** What a create through worker, socket and steward costs over the same request sent directly. */
export const create: Measurement = {
  name: 'create',
  async run({ workspace, rounds }) {
    await using sandbox = workspace.start<SandboxServer>('sandbox-server')
    await using owner = workspace.start<RunOwner>('run-owner')
    await owner.call.open(await sandbox.call.urls(), 'bench')
    const take = async (many: number) => {
      const pairs = { measured: [] as number[], compared: [] as number[] }
      for (let round = 0; round < many; round++) {
        const { kit, bare } = await owner.call.createInTurn(CREATES_PER_ROUND)
        pairs.measured.push(medianOf(kit))
        pairs.compared.push(medianOf(bare))
      }
      return pairs
    }
    const young = await take(YOUNG_ROUNDS)
    await owner.call.warmUp(WARM_UP.clients, WARM_UP.casesPerClient)
    const warm = await take(Math.min(rounds(20), MOST_ROUNDS))
    const tokens: number[] = []
    for (const _ of warm.compared) tokens.push(medianOf(await owner.call.askForToken(CREATES_PER_ROUND)))
    await owner.call.end()

    const common = { unit: 'ms', comparedTo: 'bare undici', by: 'difference' } as const
    return [
      {
        ...common,
        what: 'create a case through the kit',
        pairs: warm,
        budget: { of: 'difference', atMost: 0.2 },
        note:
          `one create each way in turn, one after the other, against one sandbox. ${CREATES_PER_ROUND} of each are a round, ` +
          `which counts by its median. ${YOUNG_ROUNDS * CREATES_PER_ROUND + WARM_UP.clients * WARM_UP.casesPerClient} of each came before.`,
      },
      {
        ...common,
        what: `create, the first ${YOUNG_ROUNDS * CREATES_PER_ROUND} of a run`,
        pairs: young,
        note: 'the same before Node has compiled what is called often: in the steward, and in the caller.',
      },
      {
        ...common,
        what: 'call to the steward that goes no further',
        pairs: { measured: tokens, compared: warm.compared },
        note: 'a bearer token that the steward has already: what socket, RPC and steward cost by themselves.',
      },
    ]
  },
}
