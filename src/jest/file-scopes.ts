import { AsyncLocalStorage } from 'node:async_hooks'
import type { Body, CircusEvent, CircusState, Hook, TestEntry } from './circus.ts'
import { LazyScope } from './lazy-scope.ts'
import { testLabel } from './test-label.ts'

/** Whose body it is that runs: what it goes on to do when its time is up is still its own. */
const running = new AsyncLocalStorage<LazyScope>()

/** The scopes of a test file: one for itself, and one for each attempt of each of its tests. */
export class FileScopes {
  readonly #path: string
  readonly #tests = new Map<TestEntry, LazyScope>()
  /** What is made in `beforeAll`, or beside the tests. */
  readonly file: LazyScope = new LazyScope('the test file')

  constructor(path: string) {
    this.#path = path
  }

  /** The scope of whatever runs. */
  get current(): LazyScope {
    return running.getStore() ?? this.file
  }

  /** Hears what Jest is about to do. What is defined is to be known at once, so nothing is awaited before that. */
  async hear(event: CircusEvent, { currentDescribeBlock: { tests, hooks } }: CircusState): Promise<void> {
    switch (event.name) {
      case 'add_test':
        return this.#holdTest(tests.at(-1))
      case 'add_hook':
        return this.#holdHook(hooks.at(-1))
      case 'test_start':
        this.#tests.set(event.test, new LazyScope(testLabel(event.test, this.#path)))
        return
      case 'test_skip':
      case 'test_todo':
      case 'test_done':
        return this.#close(event.test)
    }
  }

  async close(): Promise<void> {
    for (const test of this.#tests.keys()) await this.#close(test)
    await this.file.close()
  }

  async #close(test: TestEntry): Promise<void> {
    const scope = this.#tests.get(test)
    this.#tests.delete(test)
    await scope?.close()
  }

  #holdTest(test: TestEntry | undefined): void {
    if (test?.fn) test.fn = within(test.fn, () => this.#tests.get(test) ?? this.file)
  }

  #holdHook(hook: Hook | undefined): void {
    if (hook) hook.fn = within(hook.fn, () => (hook.type.endsWith('Each') ? this.#onlyTest : this.file))
  }

  /** Of tests that run at the same time, nobody says whose hook it is. */
  get #onlyTest(): LazyScope {
    const [only, another] = this.#tests.values()
    return only !== undefined && another === undefined ? only : this.file
  }
}

/**
 * The body, in its scope. Jest looks at how many parameters a body has, so it stays the same in all else. What calls it
 * is Node's own, so that the stack of an error has no line of the kit in it.
 */
function within(body: Body, scope: () => LazyScope): Body {
  return new Proxy(body, {
    get apply() {
      return running.run.bind(running, scope(), Reflect.apply) as ProxyHandler<Body>['apply']
    },
  })
}
