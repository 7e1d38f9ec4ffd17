const COMPACT_ABOVE = 1_024

/**
 * Things in the order in which they came, newest first, with cheap removal from anywhere. Each thing notes its own
 * place: looking places up costs more than all the rest of a removal. A removal leaves a hole; holes are closed once
 * they outnumber the things.
 */
export class Ledger<Place extends string, Thing extends { [P in Place]: number }> {
  readonly #place: Place
  #slots: (Thing | undefined)[] = []
  #size = 0

  /** @param place - the field in which a thing notes its place, -1 before it has one; no other ledger may use it */
  constructor(place: Place) {
    this.#place = place
  }

  get size(): number {
    return this.#size
  }

  /** Adds a thing as the newest, or where it noted that it stands: things that come out of a snapshot stood somewhere. */
  add(thing: Thing): void {
    if (thing[this.#place] < 0) this.#note(thing, this.#slots.length)
    this.#slots[thing[this.#place]] = thing
    this.#size += 1
  }

  delete(thing: Thing): void {
    const place = thing[this.#place]
    if (this.#slots[place] !== thing) return
    this.#slots[place] = undefined
    this.#note(thing, -1)
    this.#size -= 1
    while (this.#slots.length > 0 && this.#slots.at(-1) === undefined) this.#slots.pop()
    if (this.#slots.length > COMPACT_ABOVE && this.#slots.length > 2 * this.#size) this.#compact()
  }

  *newestFirst(): Generator<Thing, void> {
    for (let index = this.#slots.length - 1; index >= 0; index--) {
      const thing = this.#slots[index]
      if (thing !== undefined) yield thing
    }
  }

  #compact(): void {
    const things = this.#slots.filter((thing) => thing !== undefined)
    for (const [place, thing] of things.entries()) this.#note(thing, place)
    this.#slots = things
  }

  #note(thing: Thing, place: number): void {
    // The constraint on Thing says that this field is a number; TypeScript cannot index by a generic key to write.
    const noted: { [P in Place]: number } = thing
    noted[this.#place] = place
  }
}
