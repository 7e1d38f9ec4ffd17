import { DebituraTestkitError } from '../errors/index.ts'
import { BEHAVIOURS, type Behaviours } from './behaviours.ts'

/**
 * Checks a choice of behaviours; those that are `undefined` are left out. Throws `DBT_SETTINGS`.
 * @param what - what fails where a choice makes no sense
 */
export function checkedBehaviours(what: string, given: unknown): Partial<Behaviours> {
  const refuse = (why: string, todo: string) =>
    new DebituraTestkitError({ code: 'DBT_SETTINGS', what, why, todo })
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw refuse('behaviours are no list and no text', "Use an object: { advanceFromPaused: 'refuse' }")
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined)
  for (const [name, value] of chosen) {
    const known: { readonly values: readonly unknown[] } | undefined = Object.entries(BEHAVIOURS).find(
      ([candidate]) => candidate === name,
    )?.[1]
    if (known === undefined)
      throw refuse(`there is no behaviour '${name}'`, `Use one of ${Object.keys(BEHAVIOURS).join(', ')}`)
    if (!known.values.includes(value))
      throw refuse(
        `'${value}' is not a value of the behaviour '${name}'`,
        `Use one of ${known.values.join(', ')}`,
      )
  }
  return Object.fromEntries(chosen)
}
