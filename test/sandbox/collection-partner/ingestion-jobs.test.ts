import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'

const NOWHERE = '11111111-2222-4333-8444-555555555555'

/** A partner with a case, in a world whose clock only a test moves. */
async function ingesting() {
  const sandbox = await started()
  const { partner, customer } = callers(sandbox)
  const world = sandbox.world()
  world.clock.freeze()
  const { id } = world.seedCase()
  const send = (rows: unknown, headers?: Record<string, string>) =>
    partner('POST', '/ingestion-jobs', { rows }, headers)
  const status = async (jobId: string) => (await partner('GET', `/ingestion-jobs/${jobId}`)).body
  const notes = async () =>
    (await customer('GET', `/cases/${id}/timeline`)).body.items.filter(
      ({ type }: { type: string }) => type === 'Note',
    )
  return { sandbox, world, partner, id, send, status, notes }
}

describe('a batch of notes', () => {
  test('is queued, and worked on when its time has come', async () => {
    const { world, id, send, status, notes } = await ingesting()
    const rows = [
      { type: 0, caseId: id, description: 'Called the debtor', externalRef: 'n-1' },
      { type: 0, caseId: id, description: 'Wrote a letter', eventDate: '2026-01-20T09:00:00Z' },
    ]
    const { status: code, body } = await send(rows)
    expect(code).toBe(202)
    expect(body).toEqual({ jobId: expect.any(String), rowsQueued: 2 })
    expect(await status(body.jobId)).toEqual({ status: 0, rowsTotal: 2, rowsSucceeded: 0, rowsFailed: 0 })
    expect(await notes()).toEqual([])
    await world.clock.moveForward('1s')
    expect(await status(body.jobId)).toEqual({ status: 2, rowsTotal: 2, rowsSucceeded: 2, rowsFailed: 0 })
    expect(await notes()).toMatchObject([
      { description: 'Wrote a letter', date: expect.stringMatching(/^2026-01-20T09:00:00/) },
      { description: 'Called the debtor', actor: { type: 'Partner user' } },
    ])
  })

  test('counts the rows that fail, and does the others', async () => {
    const { sandbox, world, id, send, status, notes } = await ingesting()
    const unrouted = sandbox.world().seedCase({ isTest: true }).id
    const rows = [
      { caseId: id, description: 'Good' },
      { caseId: NOWHERE, description: 'Of an unknown case' },
      { caseId: unrouted, description: 'Of a case that is not the partner’s' },
      { description: 'Of no case' },
      { caseId: id },
      { caseId: id, description: ' ' },
      { caseId: id, description: 'x'.repeat(10_001) },
      { caseId: id, description: 'Of tomorrow', eventDate: '9999-01-01' },
    ]
    const { jobId } = (await send(rows)).body
    await world.clock.moveForward('1s')
    expect(await status(jobId)).toEqual({ status: 3, rowsTotal: 8, rowsSucceeded: 1, rowsFailed: 7 })
    expect(await notes()).toHaveLength(1)
  })

  test('has failed where every row has', async () => {
    const { world, send, status } = await ingesting()
    const { jobId } = (await send([{ caseId: NOWHERE, description: 'x' }])).body
    await world.clock.moveForward('1s')
    expect(await status(jobId)).toMatchObject({ status: 4, rowsFailed: 1 })
  })

  test('is taken once per idempotency key', async () => {
    const { world, id, send, notes } = await ingesting()
    const key = { 'Idempotency-Key': 'k' }
    const rows = [{ caseId: id, description: 'Once' }]
    const first = await send(rows, key)
    expect((await send(rows, key)).body).toEqual(first.body)
    expect((await send([...rows, ...rows], key)).status).toBe(422)
    await world.clock.moveForward('1s')
    expect(await notes()).toHaveLength(1)
  })

  test.each([
    ['no rows', undefined],
    ['null', null],
    ['none', []],
    ['rows of another type', [{ type: 1, caseId: NOWHERE, description: 'x' }]],
    ['rows of what is no case', [{ caseId: 'seven', description: 'x' }]],
  ])('is a 400 with %s', async (_, rows) => {
    const { send } = await ingesting()
    expect((await send(rows)).status).toBe(400)
  })

  test('is its partner’s alone', async () => {
    const { sandbox, id, send, partner } = await ingesting()
    const { jobId } = (await send([{ caseId: id, description: 'x' }])).body
    const { partner: stranger } = callers(sandbox, 'other')
    expect((await stranger('GET', `/ingestion-jobs/${jobId}`)).status).toBe(404)
    expect((await partner('GET', `/ingestion-jobs/${NOWHERE}`)).status).toBe(404)
  })

  test('is still queued in a snapshot that is restored', async () => {
    const { world, id, send, status, notes } = await ingesting()
    const { jobId } = (await send([{ caseId: id, description: 'Kept' }])).body
    const snapshot = world.snapshot()
    await world.clock.moveForward('1s')
    world.restore(snapshot)
    expect(await status(jobId)).toMatchObject({ status: 0 })
    await world.clock.moveForward('1s')
    expect(await notes()).toHaveLength(1)
  })

  test('is worked on by itself while the clock runs', async () => {
    const { world, id, send, status } = await ingesting()
    world.clock.run()
    const { jobId } = (await send([{ caseId: id, description: 'x' }])).body
    await expect.poll(async () => (await status(jobId)).status).toBe(2)
  })
})
