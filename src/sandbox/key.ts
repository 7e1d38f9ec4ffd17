import { DebituraTestkitError } from '../errors/index.ts'

const WORLD_NAME = /^[A-Za-z0-9_-]+$/

/** Whether text may stand between `sandbox-` and the dot. */
export const isWorldName = (text: string): boolean => WORLD_NAME.test(text)

/** Gives a world's name back if it is one. Throws `DBT_SETTINGS`. */
export function worldName(text: string): string {
  if (isWorldName(text)) return text
  throw new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: 'Failed to name a world of the sandbox',
    why: `'${text}' has other characters than letters, digits, '-' and '_'`,
    todo: "Use a name like 'checkout-ci'",
  })
}

const KEY = /^sandbox-([A-Za-z0-9_-]+)(?:\..+)?$/

/**
 * The API key that selects a world of the sandbox. Keys that differ in their suffix alone are keys of the same world.
 * @param world - letters, digits, `-` and `_`; anything else throws `DBT_SETTINGS`
 * @example
 * ```ts
 * sandboxKey() // 'sandbox-default'
 * sandboxKey('checkout', 'ci') // 'sandbox-checkout.ci'
 * ```
 */
export function sandboxKey(world = 'default', suffix?: string): string {
  const key = `sandbox-${worldName(world)}`
  return suffix === undefined ? key : `${key}.${suffix}`
}

/** The world that a key selects; `undefined` for a key that is not the sandbox's. */
export function worldOfKey(key: string): string | undefined {
  return KEY.exec(key)?.[1]
}
