import { describe, expect, it } from 'vitest'
import type { BearerToken } from '../../src/contract/index.ts'
import { Tokens } from '../../src/steward/tokens.ts'
import { gate } from '../debitura/misbehaving-server.ts'
import { failureOf } from './hosted.ts'

const LIFE_MS = 1_800_000

/** Tokens that are minted as `t1`, `t2` and so on, by a clock that the test turns. */
function tokens(before: (nth: number) => Promise<void> = async () => undefined) {
  const clock = { now: Date.parse('2026-01-15T12:00:00Z') }
  const asked: string[] = []
  const learned: string[] = []
  const served: string[] = []
  const mint = async (externalTenantId: string): Promise<BearerToken> => {
    const nth = asked.push(externalTenantId)
    await before(nth)
    const accessToken = `t${nth}`
    return { accessToken, tokenType: 'Bearer', expiresIn: LIFE_MS / 1000, creditorId: '', externalTenantId }
  }
  const known = new Tokens(
    mint,
    () => clock.now,
    (token) => learned.push(token),
    (tenant) => served.push(tenant),
  )
  const get = async (tenant = 'acme') => (await known.get(tenant)).accessToken
  return { known, get, clock, asked, learned, served }
}

describe('a token', () => {
  it('is minted once for however many ask at the same time', async () => {
    const { get, asked } = tokens()
    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => get())))).toEqual(new Set(['t1']))
    expect(asked).toEqual(['acme'])
  })

  it('is minted for each client', async () => {
    const { get, asked } = tokens()
    expect(await Promise.all([get('acme'), get('beta'), get('acme')])).toEqual(['t1', 't2', 't1'])
    expect(asked).toEqual(['acme', 'beta'])
  })

  it('is made known, so that it can be kept out of texts', async () => {
    const { get, learned } = tokens()
    await get()
    await get()
    expect(learned).toEqual(['t1'])
  })

  it('says when it ends', async () => {
    const { known, clock } = tokens()
    const { expiresAt } = await known.get('acme')
    expect(Date.parse(expiresAt)).toBe(clock.now + LIFE_MS)
  })

  it('is used until a minute before it ends, and then renewed', async () => {
    const { get, clock } = tokens()
    expect(await get()).toBe('t1')
    clock.now += LIFE_MS - 60_001
    expect(await get()).toBe('t1')
    clock.now += 1
    expect(await get()).toBe('t2')
    expect(await get()).toBe('t2')
  })

  it('is renewed once for however many ask at the same time', async () => {
    const { get, clock, asked } = tokens()
    await get()
    clock.now += LIFE_MS
    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => get())))).toEqual(new Set(['t2']))
    expect(asked).toHaveLength(2)
  })

  it('that was forgotten is minted anew', async () => {
    const { known, get } = tokens()
    await get()
    known.forget('acme')
    expect(await get()).toBe('t2')
  })

  it('that was refused is forgotten, and the one that took its place is not', async () => {
    const { known, asked } = tokens()
    const refused = await known.get('acme')
    known.forget('acme', refused)
    const renewed = await known.get('acme')
    // Another call that had gone out with the old one comes back later.
    known.forget('acme', refused)
    expect(await known.get('acme')).toBe(renewed)
    expect(asked).toHaveLength(2)
  })

  it('that could not be minted is asked for again', async () => {
    const { get, asked } = tokens(async (nth) => {
      if (nth === 1) throw new Error('Debitura is down')
    })
    expect((await failureOf(get())).message).toBe('Debitura is down')
    expect(await get()).toBe('t2')
    expect(asked).toHaveLength(2)
  })

  it('that could not be minted fails all who waited for it', async () => {
    const { opened, open } = gate()
    const { get, asked } = tokens(async () => {
      await opened
      throw new Error('Debitura is down')
    })
    const calls = Promise.all([failureOf(get()), failureOf(get())])
    open()
    expect((await calls).map(({ message }) => message)).toEqual(['Debitura is down', 'Debitura is down'])
    expect(asked).toHaveLength(1)
  })

  it('that is forgotten while it is being minted serves who waits for it, and nobody after', async () => {
    const { opened, open } = gate()
    const { known, get } = tokens(async (nth) => (nth === 1 ? opened : undefined))
    const first = get()
    known.forget('acme')
    expect(await get()).toBe('t2')
    open()
    expect(await first).toBe('t1')
    expect(await get()).toBe('t2')
  })
})
