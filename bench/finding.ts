import { type Pairs, type Spread, spreadOf } from './measure.ts'

/** What a budget limits, and how far. */
export type Budget = {
  readonly of: 'measured' | 'difference' | 'ratio'
} & ({ readonly atMost: number } | { readonly atLeast: number } | { readonly exactly: number })

/** One line of the table. */
export interface Finding {
  readonly what: string
  readonly unit: 'ms' | 'us' | 'per s' | 'calls'
  readonly pairs: Pairs
  /** What stands on the other side. */
  readonly comparedTo: string
  /** How the sides are held against each other. */
  readonly by: 'difference' | 'ratio'
  /** Left out for figures that explain another one. */
  readonly budget?: Budget
  /** What a reader needs to know to judge the figures. */
  readonly note?: string
}

/** A finding's samples, summed up. */
export interface Judgement {
  readonly measured: Spread
  readonly compared: Spread
  /** Difference or ratio of samples that belong together. */
  readonly relation: Spread
  /** `undefined` where there is no budget. */
  readonly within: boolean | undefined
}

/** Sums a finding up. */
export function judge({ pairs, by, budget }: Finding): Judgement {
  const { measured, compared } = pairs
  const related = measured.map((sample, index) => {
    const other = compared[index] ?? Number.NaN
    return by === 'ratio' ? sample / other : sample - other
  })
  const relation = spreadOf(related)
  const summed = { measured: spreadOf(measured), compared: spreadOf(compared), relation }
  const limited = budget?.of === 'measured' ? summed.measured.median : relation.median
  return { ...summed, within: budget && keeps(limited, budget) }
}

function keeps(value: number, budget: Budget): boolean {
  if ('exactly' in budget) return value === budget.exactly
  return 'atMost' in budget ? value <= budget.atMost : value >= budget.atLeast
}
