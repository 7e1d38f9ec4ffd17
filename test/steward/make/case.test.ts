import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLECTION_PARTNER, CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { decodeMarker } from '../../../src/steward/marker.ts'
import { draft, failureOf, hostSteward, newScope } from '../hosted.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe('a case', () => {
  it('bears the marker of its run as its creditor reference', async () => {
    await using run = hostSteward(sandbox)
    const made = await run.steward.createCase(newScope(), CREDITOR, draft.case())
    expect(decodeMarker(made.creditorReference ?? '')).toBe(run.identity.runId)
    expect(made.creditorComments).toBeNull()
  })

  it.each([CREDITOR, COLLECTION_PARTNER])(
    "with a reference of the test's own bears it in its comments: $kind",
    async (account) => {
      await using run = hostSteward(sandbox)
      const own = { creditorReference: 'INV-2026-0042', comments: 'Pays late.' }
      const made =
        account.kind === 'creditor'
          ? await run.steward.createCase(newScope(), account, { ...draft.case(), ...own })
          : await run.steward.createManagedCase(newScope(), { ...draft.managedCase(), ...own })
      expect(made.creditorReference).toBe('INV-2026-0042')
      expect(made.creditorComments).toMatch(/^Pays late\.\nsr-[\w-]{31}$/)
    },
  )

  it('with a reference and comments that leave no room for the marker is refused before anything is sent', async () => {
    await using run = hostSteward(sandbox)
    const own = { creditorReference: 'INV-2026-0042', comments: 'c'.repeat(3_966) }
    const error = await failureOf(run.steward.createCase(newScope(), CREDITOR, { ...draft.case(), ...own }))
    expect(error.code).toBe('DBT_INVALID_PAYLOAD')
    expect(error.message).toMatch(/`comments` has 3966 characters.*3965/)
    expect(run.connection.calls.total).toBe(0)
    expect((await run.close()).tallies.case.made).toBe(0)
  })

  it.each([
    ['creditorReference', { creditorReference: 'r'.repeat(51) }],
    ['comments', { comments: 'c'.repeat(4_001) }],
    ['claimDescription', { claimDescription: 'd'.repeat(4_001) }],
    ['currencyCode', { currencyCode: 7 }],
    ['amountToRecover', { amountToRecover: '1500' }],
    ['debtor.name', { debtor: { type: 'Company', name: '' } }],
    ['date', { date: 'yesterday' }],
  ])('whose `%s` cannot be is refused by that name before anything is sent', async (field, own) => {
    await using run = hostSteward(sandbox)
    const given = { ...draft.case(), ...(own as object) }
    const error = await failureOf(run.steward.createCase(newScope(), CREDITOR, given))
    expect(error).toMatchObject({
      code: 'DBT_INVALID_PAYLOAD',
      message: expect.stringContaining(`\`${field}\``),
    })
    expect(run.connection.calls.total).toBe(0)
  })
})
