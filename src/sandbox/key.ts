/** A world's name: what may stand between `sandbox-` and the dot. */
export const WORLD_NAME = /^[A-Za-z0-9_-]+$/

const KEY = /^sandbox-([A-Za-z0-9_-]+)(?:\..+)?$/

/**
 * The API key that selects a world of the sandbox. Keys that differ in their suffix alone are keys of the same world.
 * @param world - letters, digits, `-` and `_`
 * @example
 * ```ts
 * sandboxKey() // 'sandbox-default'
 * sandboxKey('checkout', 'ci') // 'sandbox-checkout.ci'
 * ```
 */
export function sandboxKey(world = 'default', suffix?: string): string {
  return suffix === undefined ? `sandbox-${world}` : `sandbox-${world}.${suffix}`
}

/** The world that a key selects; `undefined` for a key that is not the sandbox's. */
export function worldOfKey(key: string): string | undefined {
  return KEY.exec(key)?.[1]
}
