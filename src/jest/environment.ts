/**
 * For `testEnvironment`: Node's, with Debitura for its tests, and the matchers.
 * @module
 */
import { relative } from 'node:path'
import { TestEnvironment } from 'jest-environment-node'
import { lazyMatchers } from '../matchers/lazy-matchers.ts'
import type { CircusEvent, CircusState } from './circus.ts'
import { currentDebitura } from './current-debitura.ts'
import { endWithMainProcess } from './end-with-main-process.ts'
import { FileScopes } from './file-scopes.ts'
import { give } from './in-test.ts'
import { workerSteward } from './worker-steward.ts'

type Given = ConstructorParameters<typeof TestEnvironment>

/** As much of a test environment as the kit adds to. */
export interface Environment {
  // The test's global object, which is another realm's.
  global: object
  setup(): Promise<void>
  teardown(): Promise<void>
  handleTestEvent?(event: never, state: never): void | Promise<void>
}

/** A test environment, as its module exports it. */
export type EnvironmentClass<Made extends Environment = Environment> = new (...given: Given) => Made

/**
 * Adds Debitura to another test environment.
 * @example
 * ```ts
 * // test/environment.js
 * import { TestEnvironment } from 'jest-environment-jsdom'
 * import { withDebitura } from 'debitura-testkit/jest/environment'
 *
 * export default withDebitura(TestEnvironment)
 * ```
 */
export function withDebitura(Base: EnvironmentClass): EnvironmentClass {
  return class extends Base {
    readonly #scopes: FileScopes

    constructor(...given: Given) {
      super(...given)
      const [{ projectConfig }, { testPath }] = given
      this.#scopes = new FileScopes(relative(projectConfig.rootDir, testPath))
    }

    override async setup(): Promise<void> {
      await super.setup()
      endWithMainProcess()
      give(this.global, {
        debitura: currentDebitura(() => this.#scopes.current.debitura),
        debituraFile: currentDebitura(() => this.#scopes.file.debitura),
        get tag() {
          return workerSteward().address.tag
        },
      })
    }

    override async handleTestEvent(event: CircusEvent, state: CircusState): Promise<void> {
      if (event.name === 'setup') event.runtimeGlobals.expect.extend(lazyMatchers)
      const heard = this.#scopes.hear(event, state)
      await super.handleTestEvent?.(event as never, state as never)
      await heard
    }

    override async teardown(): Promise<void> {
      await this.#scopes.close()
      await super.teardown()
    }
  }
}

const DebituraEnvironment: EnvironmentClass = withDebitura(TestEnvironment)

export default DebituraEnvironment
