import { draw } from '../../src/sandbox/faults/random.ts'

/** Draws that follow from a seed alone. */
export class Dice {
  #state: number

  /** Numbers that are close to each other give draws that have nothing to do with each other. */
  constructor(...seeds: readonly number[]) {
    this.#state = seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) >>> 0, 0x2545f491)
    for (let warm = 0; warm < 4; warm += 1) this.chance(0.5)
  }

  /** A whole number; both ends can come. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1))
  }

  chance(share: number): boolean {
    return this.#next() < share
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.whole(0, list.length - 1)] ?? list[0]
  }

  shuffle<T>(list: readonly T[]): readonly T[] {
    return list
      .map((item) => ({ item, place: this.#next() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item)
  }

  #next(): number {
    const { value, next } = draw(this.#state)
    this.#state = next
    return value
  }
}
