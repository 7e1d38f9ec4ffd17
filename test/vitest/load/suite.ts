import type { Files } from '../harness/index.ts'

/** What one test of the suite made, by id, and the codes of what failed. */
export interface Noted {
  readonly made: readonly string[]
  readonly failed: readonly string[]
}

const TESTS = 3

/**
 * Makes some of everything at once, several times over. What fails is noted and fails no test: with a tenth of all
 * answers gone, a call that nobody may repeat fails now and then, and that is right.
 */
const suite = /* ts */ `
  import { appendFileSync } from 'node:fs'
  import { test } from 'debitura-testkit/vitest'
  import { meet } from './meet.ts'

  for (let nth = 0; nth < ${TESTS}; nth++) {
    test('makes its own: ' + nth, async ({ debitura }) => {
      if (nth === 0) await meet('all are here')
      const onboarded = debitura.clients.onboard()
      const outcomes = await Promise.allSettled([
        onboarded,
        onboarded.then((client) => client.cases.create()),
        onboarded.then((client) => client.cases.create()),
        debitura.cases.create(),
        debitura.cases.create({ creditorReference: 'INV-' + crypto.randomUUID() }),
        debitura.managedCases.create(),
        debitura.webhooks.create({ url: 'https://example.com/hook', events: ['case.updated'] }),
      ])
      const made = outcomes.flatMap(({ status, value }) => (status === 'fulfilled' ? [value.externalTenantId ?? value.id] : []))
      const failed = outcomes.flatMap(({ status, reason }) => (status === 'rejected' ? [String(reason.code)] : []))
      appendFileSync('noted.jsonl', JSON.stringify({ made, failed }) + '\\n')
      if (nth === ${TESTS - 1}) await meet('all is made')
    })
  }
`

export const FILES: Files = {
  'one.test.ts': suite,
  'two.test.ts': suite,
  'vitest.config.ts': /* ts */ `
    import { debitura } from 'debitura-testkit/vitest/plugin'
    import { defineConfig } from 'vitest/config'

    // A test that waits for a rate limit waits longer than Vitest's five seconds.
    export default defineConfig({ plugins: [debitura()], test: { testTimeout: 110_000 } })
  `,
}

/** How many tests of one run make something. */
export const MAKERS = 2 * TESTS

/** Things that each makes where nothing fails: a client, five cases, a subscription. */
export const EACH = 7

export function readNoted(lines: string): Noted {
  const all = lines
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Noted)
  return { made: all.flatMap(({ made }) => made), failed: all.flatMap(({ failed }) => failed) }
}
