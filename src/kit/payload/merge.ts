/** Every field of `T`, however deep, made optional. Lists are given whole. */
export type Overrides<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Overrides<T[K]> | undefined }
    : T

type Fields = Readonly<Record<string, unknown>>

/**
 * Lays overrides over defaults, field by field. Objects are merged, lists and everything else replaced; `undefined`
 * keeps the default, and `null` is a value. Each property is read once, so a getter cannot change its mind; neither
 * argument is changed.
 */
export function merge<T extends object>(defaults: T, overrides: unknown): T {
  // A merge of fields over T has every field of T.
  return isFields(overrides) ? (mergeFields(defaults as Fields, overrides) as T) : defaults
}

function mergeFields(defaults: Fields, overrides: Fields): Fields {
  const merged: Record<string, unknown> = { ...defaults }
  for (const name of Object.keys(overrides)) {
    if (name === '__proto__') continue
    const value = overrides[name]
    if (value === undefined) continue
    const before = Object.hasOwn(defaults, name) ? defaults[name] : undefined
    merged[name] = isFields(value) ? mergeFields(isFields(before) ? before : {}, value) : value
  }
  return merged
}

function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  // Literals of another realm (vmThreads) have a prototype of their own, which is the end of their chain too.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
