import { DebituraTestkitError } from '../../errors/index.ts'

/**
 * Refuses what has no fields where fields are expected. Types say so already; this is for JavaScript.
 * @throws DebituraTestkitError `DBT_INVALID_PAYLOAD`
 */
export function assertFields(given: unknown, what: string, example: string): asserts given is object {
  if (typeof given === 'object' && given !== null) return
  const got = typeof given === 'string' ? JSON.stringify(given) : String(given ?? null)
  throw new DebituraTestkitError({
    code: 'DBT_INVALID_PAYLOAD',
    what,
    why: `expected an object with fields, got ${given === undefined ? 'nothing' : got}`,
    todo: `Give one: \`${example}\``,
  })
}
