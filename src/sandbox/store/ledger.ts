const COMPACT_ABOVE = 1_024

/**
 * Things in the order in which they came, newest first, with cheap removal from anywhere. A removal leaves a hole;
 * the holes are closed once they outnumber the things.
 */
export class Ledger<Thing extends object> {
  #slots: (Thing | undefined)[] = []
  readonly #positions = new Map<Thing, number>()

  get size(): number {
    return this.#positions.size
  }

  add(thing: Thing): void {
    this.#positions.set(thing, this.#slots.length)
    this.#slots.push(thing)
  }

  delete(thing: Thing): void {
    const position = this.#positions.get(thing)
    if (position === undefined) return
    this.#positions.delete(thing)
    this.#slots[position] = undefined
    while (this.#slots.length > 0 && this.#slots.at(-1) === undefined) this.#slots.pop()
    if (this.#slots.length > COMPACT_ABOVE && this.#slots.length > 2 * this.size) this.#compact()
  }

  *newestFirst(): Generator<Thing, void> {
    for (let index = this.#slots.length - 1; index >= 0; index--) {
      const thing = this.#slots[index]
      if (thing !== undefined) yield thing
    }
  }

  #compact(): void {
    this.#slots = this.#slots.filter((thing) => thing !== undefined)
    this.#slots.forEach((thing, position) => {
      if (thing !== undefined) this.#positions.set(thing, position)
    })
  }
}
