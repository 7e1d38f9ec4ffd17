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
    return value.map((one) => foldNames(item, one))
  }
  const { entries } = schema
  if (entries === undefined || typeof value !== 'object' || value === null || Array.isArray(value))
    return value
  const folded: [string, unknown][] = []
  for (const [given, inner] of Object.entries(value)) {
    const name = Object.hasOwn(entries, given) ? given : spelled(entries, given)
    const shape = name === undefined ? undefined : entries[name]
    folded.push([name ?? given, shape === undefined ? inner : foldNames(shape, inner)])
  }
  return Object.fromEntries(folded)
}

function spelled(entries: Readonly<Record<string, Shape>>, given: string): string | undefined {
  const lower = given.toLowerCase()
  return Object.keys(entries).find((name) => name.toLowerCase() === lower)
}
