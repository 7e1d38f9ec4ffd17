/** A running number that a world gave out last. */
export interface Sequence {
  readonly name: string
  readonly last: number
}

/** The running numbers of a world: the first of each name is 1, and none is given out twice. */
export class Sequences {
  readonly #last = new Map<string, number>()

  next(name: string): number {
    const number = (this.#last.get(name) ?? 0) + 1
    this.#last.set(name, number)
    return number
  }

  add({ name, last }: Sequence): void {
    this.#last.set(name, last)
  }

  all(): Sequence[] {
    return [...this.#last].map(([name, last]) => ({ name, last }))
  }
}
