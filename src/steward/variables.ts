import { DebituraTestkitError } from '../errors/index.ts'

/** Environment variables. */
export type Variables = Readonly<Record<string, string | undefined>>

/** A variable that is set and not blank. */
export function text(name: string, variables: Variables): string | undefined {
  return variables[name]?.trim() || undefined
}

/**
 * A variable that is one of a few words.
 * @throws DebituraTestkitError `DBT_SETTINGS` for any other.
 */
export function oneOf<const T extends string>(
  name: string,
  allowed: readonly T[],
  variables: Variables,
): T | undefined {
  const value = text(name, variables)
  if (value === undefined) return undefined
  const found = allowed.find((candidate) => candidate === value)
  if (found !== undefined) return found
  throw settingsError(
    `${name} is ${JSON.stringify(value)}`,
    `Set it to one of ${allowed.join(', ')}, or unset it`,
  )
}

/** Whether a variable is switched on: `1` or `true`. */
export function flag(name: string, variables: Variables): boolean {
  const value = oneOf(name, ['1', '0', 'true', 'false'], variables)
  return value === '1' || value === 'true'
}

/** What is wrong with the settings of a run. */
export function settingsError(why: string, todo: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: 'Failed to read the settings of the run',
    why,
    todo,
  })
}
