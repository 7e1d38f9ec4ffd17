/** The middle of some samples, and the middle half of them. */
export interface Spread {
  readonly median: number
  readonly firstQuartile: number
  readonly thirdQuartile: number
}

/** Median and quartiles; between two samples the value in proportion. */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b)
  return {
    median: at(sorted, 0.5),
    firstQuartile: at(sorted, 0.25),
    thirdQuartile: at(sorted, 0.75),
  }
}

/** The median alone. */
export const medianOf = (samples: readonly number[]): number => spreadOf(samples).median

function at(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position % 1)
}

/** Samples of two things, taken in turn: those with the same index belong together. */
export interface Pairs<Sample = number> {
  readonly measured: readonly Sample[]
  readonly compared: readonly Sample[]
}

/** How to take one sample of each. */
export interface Sides<Sample> {
  readonly measured: (round: number) => Promise<Sample>
  readonly compared: (round: number) => Promise<Sample>
}

/**
 * Takes samples of two things in turn, so that whatever else is going on meets both. The order changes from round
 * to round: first the one, then the other.
 */
export async function pairedRounds<Sample>(rounds: number, sides: Sides<Sample>): Promise<Pairs<Sample>> {
  const measured: Sample[] = []
  const compared: Sample[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 1) compared.push(await sides.compared(round))
    measured.push(await sides.measured(round))
    if (round % 2 === 0) compared.push(await sides.compared(round))
  }
  return { measured, compared }
}

/** One number of each sample. */
export function each<Sample>({ measured, compared }: Pairs<Sample>, pick: (sample: Sample) => number): Pairs {
  return { measured: measured.map(pick), compared: compared.map(pick) }
}
