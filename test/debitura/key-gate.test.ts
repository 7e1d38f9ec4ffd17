import { describe, expect, it } from 'vitest'
import { KeyGate } from '../../src/debitura/key-gate.ts'
import { Pace } from '../../src/debitura/pace.ts'

const never = new AbortController().signal
const refusal = { status: 429, text: '', location: undefined }

/** Passes as a call does: waits where the gate is shut, and looks again. */
async function pass(gate: KeyGate, order: number): Promise<number> {
  if (!gate.isOpen()) await gate.wait(order, never)
  while (!gate.pass()) await gate.wait(order, never)
  return performance.now()
}

describe.concurrent('the gate of a key', () => {
  it('lets everyone through at once while nothing is known against it', () => {
    const gate = new KeyGate(undefined)
    expect([gate.isOpen(), gate.pass(), gate.pass(), gate.isOpen()]).toEqual([true, true, true, true])
  })

  it('paces: as many as may go, in order, and the rest when the window has moved', async () => {
    const gate = new KeyGate(new Pace(3, 100))
    const passed: number[] = []
    const times = await Promise.all(
      Array.from({ length: 8 }, async (_, order) => {
        const at = await pass(gate, order)
        passed.push(order)
        return at
      }),
    )
    expect(passed).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    for (let nth = 3; nth < 8; nth++) {
      expect(Number(times[nth]) - Number(times[nth - 3])).toBeGreaterThanOrEqual(100)
    }
  })

  it('is shut for as long as the longest refusal says, and an earlier call goes first', async () => {
    const gate = new KeyGate(undefined)
    const before = performance.now()
    gate.shut(120, refusal)
    gate.shut(20, refusal)
    const passed: number[] = []
    await Promise.all([5, 7, 2, 6].map((order) => pass(gate, order).then(() => passed.push(order))))
    expect(performance.now() - before).toBeGreaterThanOrEqual(119)
    expect(passed).toEqual([2, 5, 6, 7])
  })

  it('lets a call leave the line', async () => {
    const gate = new KeyGate(undefined)
    gate.shut(60_000, refusal)
    const stop = new AbortController()
    const reason = new Error('The test is over')
    const waiting = gate.wait(1, stop.signal)
    stop.abort(reason)
    await expect(waiting).rejects.toBe(reason)
    await expect(gate.wait(1, stop.signal)).rejects.toBe(reason)
  })
})
