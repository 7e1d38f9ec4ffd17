/** Sets under two keys, for example cases by account and tag. Empty sets are let go. */
export class GroupedSets<Thing> {
  readonly #groups = new Map<string, Map<string, Set<Thing>>>()

  get(group: string, key: string): ReadonlySet<Thing> | undefined {
    return this.#groups.get(group)?.get(key)
  }

  add(group: string, key: string, thing: Thing): void {
    let sets = this.#groups.get(group)
    if (sets === undefined) {
      sets = new Map()
      this.#groups.set(group, sets)
    }
    const set = sets.get(key)
    if (set === undefined) sets.set(key, new Set([thing]))
    else set.add(thing)
  }

  delete(group: string, key: string, thing: Thing): void {
    const sets = this.#groups.get(group)
    const set = sets?.get(key)
    if (sets === undefined || set === undefined) return
    set.delete(thing)
    if (set.size > 0) return
    sets.delete(key)
    if (sets.size === 0) this.#groups.delete(group)
  }
}
