import type { Finding } from '../finding.ts'
import { pairedRounds } from '../measure.ts'
import type { Measurement } from '../measurement.ts'
import type { LargeWorlds, Requests } from '../programs/large-worlds.ts'

const TAGGED = 10_000
const MANY = 1_000_000
const FEW = 20_000
const SECONDS_AT_MOST = 90

const claim = {
  isTest: true,
  tag: 'bench-created',
  currencyCode: 'EUR',
  amountToRecover: 1250,
  date: '2026-01-15',
  debtor: { type: 'Company', name: 'Acme', address: '1 High Street', city: 'Berlin', countryAlpha2: 'DE' },
}

const REQUESTS: readonly (Omit<Requests, 'world'> & { readonly what: string })[] = [
  { what: 'create', method: 'POST', path: '/cases', body: claim, times: 300 },
  { what: 'get by id', method: 'GET', path: '/cases/{id}', times: 1_000 },
  { what: 'list page 1', method: 'GET', path: '/cases?PageSize=10', times: 300 },
]

/** What a million cases in one world take, and whether requests take the same among them as among a few. */
export const millionCases: Measurement = {
  name: 'million-cases',
  async run({ workspace, rounds }) {
    await using program = workspace.start<LargeWorlds>('large-worlds', ['--max-old-space-size=8192'])
    const { fill, memoryMegabytes, send } = program.call
    const tags = Array.from({ length: rounds(9) }, (_, index) => `bench-${index}`)
    const common = { casesPerTag: TAGGED, secondsAtMost: SECONDS_AT_MOST }
    const empty = await memoryMegabytes()
    const { made, seconds } = await fill({ ...common, world: 'many', cases: MANY, tags })
    const megabytes = (await memoryMegabytes()) - empty
    // Among few, a tag is half of the world: each round has a world of its own.
    for (const tag of tags) await fill({ ...common, world: tag, cases: FEW, tags: [tag] })
    const [few = ''] = tags

    const findings: Finding[] = []
    for (const { what, ...request } of REQUESTS) {
      const pairs = await pairedRounds(tags.length, {
        measured: () => send({ ...request, world: 'many' }),
        compared: () => send({ ...request, world: few }),
      })
      findings.push({
        what: `${what}, among ${made} cases`,
        unit: 'ms',
        pairs,
        comparedTo: `among ${FEW}`,
        by: 'ratio',
      })
    }

    const byTag = (world: string, round: number) =>
      send({ world, method: 'DELETE', path: `/test/cases?tag=${tags[round]}`, times: 1 })
    findings.push({
      what: `delete by tag, ${TAGGED} cases among ${made}`,
      unit: 'ms',
      pairs: await pairedRounds(tags.length, {
        measured: (round) => byTag('many', round),
        compared: (round) => byTag(tags[round] ?? '', round),
      }),
      comparedTo: `${TAGGED} among ${FEW}`,
      by: 'ratio',
      budget: { of: 'measured', atMost: 50 },
      note:
        `all in one process, without a socket; the cases with the tag lie evenly among the others. ${made} cases were ` +
        `loaded in ${seconds.toFixed(0)} s and took ${megabytes} MB, ${Math.round((megabytes * 2 ** 20) / made)} bytes each.`,
    })
    return findings
  },
}
