import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'
import { managedClaim } from '../payloads.ts'

const NOWHERE = '11111111-2222-4333-8444-555555555555'

/** A partner, and a way to give a fresh case a reference of its own. */
async function partnerOf(options?: Parameters<typeof started>[0]) {
  const sandbox = await started(options)
  const { partner, customer } = callers(sandbox)
  const get = (path: string) => partner('GET', path)
  const [{ email: userEmail }] = (await get('/users')).body.users
  const start = (id: string, collectionPartnerReference: string) =>
    partner('POST', `/cases/${id}/start`, { welcomeMessage: 'Hello', userEmail, collectionPartnerReference })
  const startedCase = async (reference: string, seed: object = {}) => {
    const { id } = sandbox.world().seedCase({ lifecycle: 'PendingVerification', ...seed })
    expect((await start(id, reference)).status).toBe(200)
    return id
  }
  return { sandbox, partner, customer, get, start, startedCase }
}

describe('by Debitura’s reference', () => {
  test('a partner finds what it collects, and what it manages', async () => {
    const { sandbox, partner, get } = await partnerOf()
    const own = (await partner('POST', '/managed-cases', managedClaim())).body
    const collected = sandbox.world().seedCase()
    const unrouted = sandbox.world().seedCase({ isTest: true })
    const hidden = sandbox.world().seedCase({ lifecycle: 'PendingVerificationInternal' })
    const ids = async (path: string) =>
      Promise.all(
        [own, collected, unrouted, hidden].map(async ({ reference }) => {
          const { status, body } = await get(`/${path}/case-reference/${reference}`)
          return status === 200 ? body.id : status
        }),
      )
    expect(await ids('cases')).toEqual([own.id, collected.id, 404, 404])
    expect(await ids('managed-cases')).toEqual([own.id, 404, 404, 404])
  })
})

describe('by the partner’s own reference', () => {
  test('a production case is found, by the very reference', async () => {
    const { get, startedCase } = await partnerOf()
    const id = await startedCase('Ref 1/ä')
    const find = async (reference: string) =>
      get(`/cases/by-partner-reference/${encodeURIComponent(reference)}`)
    expect((await find('Ref 1/ä')).body.id).toBe(id)
    expect((await find('ref 1/ä')).status).toBe(404)
    expect((await find('Ref 1')).status).toBe(404)
  })

  test('a test case is not', async () => {
    const { partner, get, start } = await partnerOf()
    const { id } = (await partner('POST', '/managed-cases', managedClaim())).body
    expect((await start(id, 'T')).body.collectionPartnerReference).toBe('T')
    expect((await get('/cases/by-partner-reference/T')).status).toBe(404)
    expect((await get('/cases/by-partner-reference?references=T')).body).toEqual({})
  })

  test('many are found at once, and unknown ones left out', async () => {
    const { get, startedCase } = await partnerOf()
    const first = await startedCase('A')
    const second = await startedCase('B')
    const { status, body } = await get('/cases/by-partner-reference?references=A,%20B,C,A')
    expect(status).toBe(200)
    expect(body).toMatchObject({ A: { id: first }, B: { id: second } })
    expect(Object.keys(body)).toHaveLength(2)
  })

  test('a hundred may be asked for, and no more', async () => {
    const { get } = await partnerOf()
    const ask = (count: number) =>
      get(`/cases/by-partner-reference?references=${Array.from({ length: count }, (_, i) => i).join(',')}`)
    expect(await ask(100)).toMatchObject({ status: 200, body: {} })
    expect((await ask(101)).status).toBe(400)
    expect((await get('/cases/by-partner-reference?references=')).status).toBe(400)
    expect((await get('/cases/by-partner-reference')).status).toBe(400)
  })

  test('finds the oldest case that has it, before a snapshot is restored and after', async () => {
    const { sandbox, get, start } = await partnerOf()
    const world = sandbox.world()
    const seeded = () => world.seedCase({ lifecycle: 'PendingVerification' }).id
    const [early, late] = [seeded(), seeded()]
    await start(late, 'R')
    await start(early, 'R')
    const found = async () => (await get('/cases/by-partner-reference/R')).body.id
    expect(await found()).toBe(early)
    world.restore(world.snapshot())
    expect(await found()).toBe(early)
  })

  test('stays with its case in a snapshot, and goes with it', async () => {
    const { sandbox, partner, get, start } = await partnerOf()
    const { id } = sandbox.world().seedCase({ lifecycle: 'PendingVerification' })
    await start(id, 'S')
    sandbox.world().restore(sandbox.world().snapshot())
    expect((await get('/cases/by-partner-reference/S')).body.id).toBe(id)
    const test = (await partner('POST', '/managed-cases', managedClaim())).body.id
    await start(test, 'S')
    expect((await partner('DELETE', `/test/cases/${test}`)).status).toBe(204)
    expect((await get('/cases/by-partner-reference/S')).body.id).toBe(id)
  })
})

describe('by the creditor’s reference', () => {
  test('a production case of that creditor is found', async () => {
    const { sandbox, get } = await partnerOf()
    sandbox.world().seedCase({ creditorReference: 'INV-1', isTest: true })
    const { id, creditorId } = sandbox.world().seedCase({ creditorReference: 'INV-1' })
    const find = (reference: string, creditor: string) =>
      get(`/cases/by-creditor-reference?reference=${reference}&creditorId=${creditor}`)
    expect((await find('INV-1', creditorId.toUpperCase())).body.id).toBe(id)
    expect((await find('inv-1', creditorId)).status).toBe(404)
    expect((await find('INV-1', NOWHERE)).status).toBe(404)
    expect((await find('INV-1', 'seven')).status).toBe(400)
  })

  test.each(['', '?reference=INV-1', `?creditorId=${NOWHERE}`])('needs both: %s', async (query) => {
    const { get } = await partnerOf()
    expect((await get(`/cases/by-creditor-reference${query}`)).status).toBe(400)
  })
})
