import { isMatcher, show } from '../show.ts'

/**
 * Where a JSON value differs from what is expected of it, in words; empty where it does not. Fields that the expectation
 * does not name are not looked at, lists are compared as a whole, and `expect.any(Number)` and the like judge themselves.
 */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (isMatcher(expected)) return expected.asymmetricMatch(actual) ? [] : [differs(path, actual, expected)]
  if (!isNested(expected) || !isNested(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    return expected === actual ? [] : [differs(path, actual, expected)]
  }
  if (Array.isArray(expected) && expected.length !== Object.keys(actual).length) {
    return [differs(path, actual, expected)]
  }
  return Object.entries(expected).flatMap(([name, value]) =>
    differences(
      value,
      Object.hasOwn(actual, name) ? actual[name] : undefined,
      path === '' ? name : `${path}.${name}`,
    ),
  )
}

function differs(path: string, actual: unknown, expected: unknown): string {
  const found = actual === undefined ? 'is missing' : `is ${show(actual)}`
  return `${path === '' ? 'it' : `\`${path}\``} ${found}, not ${show(expected)}`
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
