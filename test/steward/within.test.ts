import { getEventListeners } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { within } from '../../src/steward/within.ts'

const reason = new Error('it took too long')

/** Work that ends when its signal says so, and not before. */
function endless(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    if (signal.aborted) reject(signal.reason)
  })
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

describe('work that has to end in time', () => {
  it('is ended with the reason that was given', async () => {
    await expect(within({ ms: 1, reason }, endless)).rejects.toBe(reason)
  })

  it('is ended after a garbage collection too', async () => {
    const outer = new AbortController()
    const work = within({ ms: 100, reason, signal: outer.signal }, endless)
    // In a job of its own: what a job has made is not collected before it ends.
    await new Promise((resolve) => setImmediate(resolve))
    collectGarbage()
    await expect(work).rejects.toBe(reason)
  })

  it('is ended earlier by the signal that it follows, with its reason', async () => {
    const outer = new AbortController()
    const work = within({ ms: 60_000, reason, signal: outer.signal }, endless)
    const why = new Error('the run is over')
    outer.abort(why)
    await expect(work).rejects.toBe(why)
  })

  it('is ended at once by a signal that was aborted before', async () => {
    const why = new Error('the run is over')
    await expect(within({ ms: 60_000, reason, signal: AbortSignal.abort(why) }, endless)).rejects.toBe(why)
  })

  it('leaves nothing behind, and may be one of many', async () => {
    const warnings: Error[] = []
    const hear = (warning: Error) => warnings.push(warning)
    process.on('warning', hear)
    const { signal } = new AbortController()
    const works = Array.from({ length: 30 }, (_, nth) =>
      within({ ms: 60_000, reason, signal }, async () => nth),
    )
    expect(getEventListeners(signal, 'abort')).toHaveLength(30)
    expect(await Promise.all(works)).toHaveLength(30)
    expect(getEventListeners(signal, 'abort')).toEqual([])
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', hear)
    expect(warnings).toEqual([])
  })
})
