import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideNow } from '../../src/sweep/now.ts'

const HOUR = 3_600_000
const NOON = Date.UTC(2026, 5, 17, 12)

const signs = { machine: NOON, newest: NOON - HOUR, sandbox: false }
const said = (theirs: number, ours = NOON) => [{ theirs, ours }]

describe('the time that ages are reckoned from', () => {
  it('is the earlier of two clocks that agree', () => {
    expect(decideNow({ ...signs, clocks: said(NOON - 60_000) })).toEqual({
      at: NOON - 60_000,
      notice: undefined,
    })
    expect(decideNow({ ...signs, clocks: said(NOON + 60_000) })).toEqual({ at: NOON, notice: undefined })
  })

  it.each([
    [
      "this machine's clock is a day ahead",
      { machine: NOON + 24 * HOUR, clocks: said(NOON, NOON + 24 * HOUR) },
    ],
    [
      "this machine's clock is a day behind",
      { machine: NOON - 24 * HOUR, clocks: said(NOON, NOON - 24 * HOUR) },
    ],
    ['the clock of whoever answers is a day ahead', { clocks: said(NOON + 24 * HOUR) }],
    [
      "this machine's clock jumps while answers come",
      { clocks: [...said(NOON), ...said(NOON, NOON + 2 * HOUR)] },
    ],
    ['Debitura does not say its time', { clocks: [] }],
  ])('is when the newest thing was made, where %s', (_, given) => {
    const { at, notice } = decideNow({ ...signs, ...given })
    expect(at).toBe(NOON - HOUR)
    expect(notice).toContain('newest thing')
  })

  it('is not taken from a date in the future', () => {
    const given = { ...signs, clocks: said(NOON, NOON - HOUR), newest: NOON + 1_000 * HOUR }
    expect(decideNow(given).at).toBe(NOON)
  })

  it('makes nothing old where nothing is known', () => {
    expect(decideNow({ ...signs, clocks: [], newest: undefined }).at).toBe(Number.NEGATIVE_INFINITY)
  })

  it("is the sandbox's own, which is moved on purpose", () => {
    expect(decideNow({ ...signs, sandbox: true, clocks: said(NOON + 9 * HOUR) }).at).toBe(NOON + 9 * HOUR)
  })

  it('is never later than it is, however wrong one of the two clocks', () => {
    const skew = fc.integer({ min: -1_000 * HOUR, max: 1_000 * HOUR })
    fc.assert(
      fc.property(skew, fc.boolean(), fc.nat(1_000 * HOUR), (wrong, isOurs, before) => {
        const machine = isOurs ? NOON + wrong : NOON
        const clocks = said(isOurs ? NOON : NOON + wrong, machine)
        expect(decideNow({ clocks, machine, newest: NOON - before, sandbox: false }).at).toBeLessThanOrEqual(
          NOON,
        )
      }),
    )
  })
})
