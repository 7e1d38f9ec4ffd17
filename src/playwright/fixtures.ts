import type { Fixtures } from '@playwright/test'
import type { Debitura, TestCase, TestClient } from '../kit/index.ts'
import { openScope } from '../runner/scoped-debitura.ts'
import { noting } from './annotations.ts'
import { workerSteward } from './worker-steward.ts'

/** What a test can ask for. */
export interface DebituraFixtures {
  /** Everything. What is made through it is cleaned when the test, or this attempt of it, is over. */
  readonly debitura: Debitura
  /** A tagged test case, ready to use. */
  readonly testCase: TestCase
  /** An onboarded client, ready to use. */
  readonly client: TestClient
  /** The run's tag. */
  readonly tag: string
}

/** What fixtures of scope `worker` can ask for, and tests too. */
export interface DebituraWorkerFixtures {
  /** As `debitura`: what is made through it is cleaned when the worker is over. */
  readonly debituraWorker: Debitura
}

/** Milliseconds that closing a scope may take; tests have used up their own when they time out. */
const CLOSE_WITHIN = 15_000

/**
 * The fixtures as an object, for a `test` of your own.
 * @example
 * ```ts
 * import { test as base } from '@playwright/test'
 * import { debituraFixtures } from 'debitura-testkit/playwright'
 *
 * export const test = base.extend(debituraFixtures).extend({ ... })
 * ```
 */
export const debituraFixtures: Fixtures<DebituraFixtures, DebituraWorkerFixtures> = {
  debitura: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this very pattern which fixtures are needed
    async ({}, use, test) => {
      const steward = noting(workerSteward(), (annotation) => test.annotations.push(annotation))
      const scope = openScope(steward, test.titlePath.filter((title) => title !== '').join(' > '))
      await use(scope.debitura)
      await scope.close()
    },
    { timeout: CLOSE_WITHIN },
  ],
  testCase: async ({ debitura }, use) => {
    await use(await debitura.cases.create())
  },
  client: async ({ debitura }, use) => {
    await use(await debitura.clients.onboard())
  },
  tag: async ({ debitura }, use) => {
    await use(debitura.tag)
  },
  debituraWorker: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use, { workerIndex }) => {
      const scope = openScope(workerSteward(), `worker ${workerIndex}`)
      await use(scope.debitura)
      await scope.close()
    },
    { scope: 'worker', timeout: CLOSE_WITHIN },
  ],
}
