/** As much of a Valibot schema as its property names need. */
interface Shape {
  readonly type?: unknown
  readonly entries?: Readonly<Record<string, Shape>>
  readonly item?: Shape
  readonly wrapped?: Shape
}

/**
 * Gives properties the schema's spelling: names of properties are read in any case, as ASP.NET does. A body that is
 * spelled as published comes back as it is.
 */
export function foldNames(schema: Shape, value: unknown): unknown {
  if (schema.wrapped !== undefined) return foldNames(schema.wrapped, value)
  if (schema.item !== undefined && Array.isArray(value)) {
    const { item } = schema
    const items = value.map((one) => foldNames(item, one))
    return items.some((one, index) => one !== value[index]) ? items : value
  }
  const { entries } = schema
  if (entries === undefined || typeof value !== 'object' || value === null || Array.isArray(value))
    return value
  // Whatever is an object, and no list, has its properties by name.
  const given = value as Readonly<Record<string, unknown>>
  let folded: Record<string, unknown> | undefined
  for (const key of Object.keys(given)) {
    const name = Object.hasOwn(entries, key) ? key : (spelled(entries, key) ?? key)
    const shape = entries[name]
    const inner = given[key]
    // Most values are plain: those have no names to fold.
    const kept = shape === undefined || typeof inner !== 'object' ? inner : foldNames(shape, inner)
    if (name === key && kept === inner) continue
    // A copy is made only where something has to change.
    folded ??= { ...given }
    if (name !== key) delete folded[key]
    folded[name] = kept
  }
  return folded ?? value
}

function spelled(entries: Readonly<Record<string, Shape>>, given: string): string | undefined {
  const lower = given.toLowerCase()
  return Object.keys(entries).find((name) => name.toLowerCase() === lower)
}
