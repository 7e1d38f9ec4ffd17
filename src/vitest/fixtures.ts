import type { Debitura, TestCase, TestClient } from '../kit/index.ts'
import { openScope } from '../runner/scoped-debitura.ts'
import { type NamedTask, taskLabel } from './task-label.ts'
import { workerSteward } from './worker-steward.ts'

/** What a test can ask for. */
export interface DebituraFixtures {
  /** Everything. What is made through it is cleaned when the test is over. */
  readonly debitura: Debitura
  /** A tagged test case, ready to use. */
  readonly testCase: TestCase
  /** An onboarded client, ready to use. */
  readonly client: TestClient
  /** The run's tag. */
  readonly tag: string
  /** As `debitura`, for fixtures of scope `file`: what is made through it is cleaned when the file is over. */
  readonly debituraFile: Debitura
}

type Use<T> = (value: T) => Promise<void>
type Fixture<Needs, T> = (needs: Needs, use: Use<T>) => Promise<void>
type NeedsDebitura = Pick<DebituraFixtures, 'debitura'>

/** How Vitest makes each fixture. */
export interface DebituraFixtureDefinitions {
  debitura: Fixture<{ task: NamedTask }, Debitura>
  testCase: Fixture<NeedsDebitura, TestCase>
  client: Fixture<NeedsDebitura, TestClient>
  tag: Fixture<NeedsDebitura, string>
  /** Of scope `file`. */
  debituraFile: Fixture<object, Debitura>
}

/**
 * The fixtures as an object, for a `test` of your own. Works with Vitest 3.2, 4 and 5.
 * @example
 * ```ts
 * import { test as base } from 'vitest'
 * import { debituraFixtures } from 'debitura-testkit/vitest'
 *
 * export const test = base.extend(debituraFixtures).extend({ ... })
 * ```
 */
export const debituraFixtures: DebituraFixtureDefinitions = {
  debitura: async ({ task }, use) => {
    const scope = openScope(workerSteward(), taskLabel(task))
    await use(scope.debitura)
    await scope.close()
  },
  testCase: async ({ debitura }, use) => {
    await use(await debitura.cases.create())
  },
  client: async ({ debitura }, use) => {
    await use(await debitura.clients.onboard())
  },
  tag: async ({ debitura }, use) => {
    await use(debitura.tag)
  },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from this very pattern which fixtures are needed
  debituraFile: inScopeOfFile(async ({}, use) => {
    const scope = openScope(workerSteward(), 'the test file')
    await use(scope.debitura)
    await scope.close()
  }),
}

/**
 * Vitest takes a scope in a tuple, and infers from a tuple in an object of somebody else's that the fixture is one. To
 * its types a fixture is its function, whatever its scope.
 */
function inScopeOfFile<T>(fixture: Fixture<object, T>): Fixture<object, T> {
  return [fixture, { scope: 'file' }] as unknown as Fixture<object, T>
}
