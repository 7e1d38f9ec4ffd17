import { expect, it } from 'vitest'
import { drawRound, roundsOf } from './draw.ts'
import { ENDS } from './ends.ts'

const RUNS = 250
const rounds = (seed: number) => roundsOf(RUNS).map((first) => drawRound(seed, first))
const runsOf = (seed: number) => rounds(seed).flatMap(({ plans }) => plans)

it('follows from the seed alone', () => {
  expect(rounds(7)).toEqual(rounds(7))
  expect(rounds(7)).not.toEqual(rounds(8))
})

it('draws each run once, and each kind of end as often as any other', () => {
  const runs = runsOf(7)
  expect(runs.map(({ index }) => index)).toEqual(Array.from({ length: RUNS }, (_, index) => index))
  for (const { name } of ENDS)
    expect(runs.filter(({ end }) => end.name === name)).toHaveLength(RUNS / ENDS.length)
})

it('draws the round of a run from any of its runs', () => {
  expect(drawRound(7, 18)).toEqual(drawRound(7, 17))
  expect(drawRound(7, 19)).toEqual(drawRound(7, 17))
})

it('draws all that it can', () => {
  const drawn = rounds(7)
  const kinds = new Set(drawn.flatMap(({ faults }) => faults.map(({ kind }) => kind)))
  expect(kinds).toEqual(new Set(['lose', 'drop', 'truncate', 'status', 'rate-limit', 'delay']))
  expect(new Set(drawn.map(({ recovery }) => recovery)).size).toBe(3)
  expect(new Set(drawn.map(({ plans }) => plans.length))).toEqual(new Set([1, 3]))
  expect(new Set(runsOf(7).map(({ moment }) => moment.edge)).size).toBe(2)
})
