/** What a field sorts by; `null` sorts before everything else. */
export type SortKey<Thing> = (thing: Thing) => string | number | null

/**
 * Reads `Field[:asc|desc][,Field2…]`; unknown fields are ignored. Answers a comparison, or `undefined` where nothing
 * is to be sorted.
 * @param fields - the documented fields, by lower-case name
 * @see docs.debitura.com/developer-concepts/pagination
 */
export function sortOrder<Thing>(
  text: string | undefined,
  fields: Readonly<Record<string, SortKey<Thing>>>,
): ((a: Thing, b: Thing) => number) | undefined {
  const keys = (text ?? '').split(',').flatMap((part) => {
    const [field = '', direction = 'asc'] = part.trim().toLowerCase().split(':')
    const key = Object.hasOwn(fields, field) ? fields[field] : undefined
    return key === undefined ? [] : [{ key, sign: direction === 'desc' ? -1 : 1 }]
  })
  if (keys.length === 0) return undefined
  return (a, b) => {
    for (const { key, sign } of keys) {
      const order = compare(key(a), key(b))
      if (order !== 0) return order * sign
    }
    return 0
  }
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return a < b ? -1 : 1
}
