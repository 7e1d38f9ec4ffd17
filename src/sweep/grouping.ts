/** Things by key, in the order in which they came; those without a key are left out. */
export function groupBy<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string | undefined,
): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [thing])
    else group.push(thing)
  }
  return groups
}

/** Things in portions of a size; none of them is empty. */
export function chunks<Thing>(things: readonly Thing[], size: number): [Thing, ...Thing[]][] {
  const portions: [Thing, ...Thing[]][] = []
  for (let start = 0; start < things.length; start += size) {
    const [first, ...rest] = things.slice(start, start + size)
    if (first !== undefined) portions.push([first, ...rest])
  }
  return portions
}
