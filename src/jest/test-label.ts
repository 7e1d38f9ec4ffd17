import type { Named } from './circus.ts'

/** Around all tests of a file there is one that nobody named. */
const ROOT = 'ROOT_DESCRIBE_BLOCK'

/** What a person calls a test: its file, its suites and its name. */
export function testLabel(test: Named, path: string): string {
  const names: string[] = []
  for (let named: Named | undefined = test; named; named = named.parent) {
    if (named.name !== ROOT) names.unshift(named.name)
  }
  return [path, ...names].join(' > ')
}
