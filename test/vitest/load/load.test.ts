import { describe, expect, it } from 'vitest'
import { sandboxKey } from '../../../src/sandbox/index.ts'
import { EACH, MAKERS } from './suite.ts'
import { cost, type Outcome, under } from './under.ts'

/** What holds under any load: nothing is made twice, nothing is left, and what is somebody else's is untouched. */
function expectClean({ before, middle, after, runs, noted }: Outcome): void {
  for (const { exitCode, output, left } of runs) {
    expect(exitCode, output).toBe(0)
    expect(output).toContain('left nothing behind')
    expect(left).toEqual([])
  }
  expect(after).toEqual(before)
  // The marker names what a test asked for: there is at most one of each.
  const markers = middle.cases.map(({ creditorReference, creditorComments }) =>
    creditorReference?.startsWith('sr-') ? creditorReference : creditorComments?.split('\n').at(-1),
  )
  const ours = markers.filter((marker) => marker?.startsWith('sr-'))
  expect(new Set(ours).size).toBe(ours.length)
  const urls = middle.webhooks.map(({ url }) => url)
  expect(new Set(urls).size).toBe(urls.length)
  expect(new Set(noted.made).size).toBe(noted.made.length)
  expect(noted.made.length + noted.failed.length).toBe(runs.length * MAKERS * EACH)
}

describe('eight runs at once', () => {
  // The documented 2,000 calls a minute, with the real waits of its answers. Others have used up nearly all of it three
  // quarters of a minute ago, by the world's clock: so the runs wait for seconds, and the test not for minutes.
  it('wait for the rate limit that they share, and none fails a test because of it', async () => {
    const outcome = await under({
      runs: 8,
      rateLimits: true,
      async begin(world, { request }) {
        const headers = { XApiKey: sandboxKey('load') }
        for (;;) {
          const { status } = await request('customer', '/me', { headers })
          if (status === 429) break
        }
        await world.clock.moveForward('45s')
      },
    })
    expectClean(outcome)
    expect(outcome.noted.failed).toEqual([])
    const limited = outcome.runs.map((run) => cost(run, 'rate limited'))
    expect(Math.max(...limited)).toBeGreaterThan(0)
  })
})

describe('a tenth of all answers', () => {
  it.each([7, 8])(
    'lost or a 503: no leak, no double, and the summary says what it cost (seed %i)',
    async (seed) => {
      const outcome = await under({
        runs: 2,
        begin({ faults }) {
          faults.order({ kind: 'lose', share: 0.05, seed })
          faults.order({ kind: 'status', status: 503, share: 0.05, seed: seed + 100 })
        },
      })
      expectClean(outcome)
      expect(outcome.noted.failed.filter((code) => !/ANSWER_LOST|API_ERROR/.test(code))).toEqual([])
      for (const run of outcome.runs) expect(cost(run, 'repeated'), run.stderr).toBeGreaterThan(0)
    },
  )
})

it('an answer after 200 to 400 ms: no leak, no double, no test that fails', async () => {
  const outcome = await under({
    runs: 2,
    begin: ({ faults }) => void faults.order({ kind: 'delay', delay: 200, jitter: 200, seed: 7 }),
  })
  expectClean(outcome)
  expect(outcome.noted.failed).toEqual([])
  for (const run of outcome.runs) expect(cost(run, 'of them to clean up'), run.stderr).toBeGreaterThan(0)
})
