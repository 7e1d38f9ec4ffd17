import { describe, expect, test } from 'vitest'
import type { SandboxOptions } from '../../../src/sandbox/index.ts'
import { callers, started } from '../callers.ts'
import { managedClaim } from '../payloads.ts'

const welcome = { welcomeMessage: 'Hello', userEmail: 'agent@partner.example' }

async function managed(options?: Parameters<typeof started>[0]) {
  const sandbox = await started(options)
  const { partner } = callers(sandbox)
  const { id, reference } = (await partner('POST', '/managed-cases', managedClaim())).body
  const start = (body: object = welcome) => partner('POST', `/cases/${id}/start`, body)
  const close = (closeCode: string, comment?: string) =>
    partner('POST', `/cases/${id}/close`, { closeCode, comment })
  const read = async () => (await partner('GET', `/cases/${id}`)).body
  return { sandbox, partner, id, reference, start, close, read }
}

describe('start', () => {
  test('activates the case, with fees', async () => {
    const { start, read, id, reference } = await managed()
    const fees = { interestFees: 10, reminderFees: 5.5, collectionFees: 0 }
    expect(await start({ ...welcome, ...fees, collectionPartnerReference: 'P-1' })).toMatchObject({
      status: 200,
      body: { caseId: id, caseReference: reference, status: 'Active', collectionPartnerReference: 'P-1' },
    })
    expect(await read()).toMatchObject({ lifecycle: 'Active', totalAddedFees: 15.5, remainder: 915.5 })
  })

  test.each([
    ['without a user', { welcomeMessage: 'Hello' }],
    ['with a user that is no address', { ...welcome, userEmail: 'agent' }],
    ['without a message', { userEmail: 'a@b.example' }],
    ['with too long a message', { ...welcome, welcomeMessage: 'x'.repeat(5001) }],
    ['with fees below nothing', { ...welcome, interestFees: -1 }],
    ['with fees beyond measure', { ...welcome, reminderFees: 1e308 }],
  ])('%s is a 400', async (_, body) => {
    const { start, read } = await managed()
    expect((await start(body)).status).toBe(400)
    expect((await read()).lifecycle).toBe('Pending Verification')
  })

  test('works once, and from verification alone', async () => {
    const { start } = await managed()
    await start()
    expect((await start()).status).toBe(400)
    const internal = await managed({ behaviours: { initialManagedLifecycle: 'PendingVerificationInternal' } })
    expect((await internal.start()).status).toBe(400)
  })

  test('of an unknown case is a 404', async () => {
    const { partner } = await managed()
    expect((await partner('POST', '/cases/11111111-2222-4333-8444-555555555555/start', welcome)).status).toBe(
      404,
    )
  })
})

describe('close', () => {
  test('takes a code by name, and answers its label', async () => {
    const { start, close, read, reference } = await managed()
    await start()
    expect(await close('disputedlegalactiondeclinedbyclient', 'They said no')).toMatchObject({
      status: 200,
      body: {
        caseReference: reference,
        closeCode: 'DisputedLegalActionDeclinedByClient',
        closeCodeDescription: 'Disputed – Legal Action Declined by Client',
        comment: 'They said no',
        finalOutstandingAmount: 900,
        totalPayments: 0,
      },
    })
    expect(await read()).toMatchObject({
      lifecycle: 'Closed',
      closeCode: 'Disputed – Legal Action Declined by Client',
    })
  })

  test.each(['Paid', 'PartiallyPaid', 'CaseNeverStarted', 'Nonsense'])(
    '%s is a 400 for a case without payments',
    async (code) => {
      const { start, close } = await managed()
      await start()
      expect((await close(code)).status).toBe(400)
    },
  )

  test('needs a case that was started and is not closed', async () => {
    const { start, close } = await managed()
    expect((await close('Other')).status).toBe(400)
    await start()
    expect((await close('Other')).status).toBe(200)
    expect((await close('Other')).status).toBe(400)
  })

  test('advance tells a case that was closed some other way', async () => {
    const { start, close, partner, id } = await managed()
    await start()
    await close('Other')
    const advance = (to: string) => partner('POST', `/test/cases/${id}/advance`, { to, amount: 900 })
    expect((await advance('Active')).body).toEqual({ advanced: false, state: 'Closed' })
    expect((await advance('Closed:Paid')).status).toBe(400)
  })
})

test('a case that is not collected closes where the behaviour says so', async () => {
  const closed = async (options?: SandboxOptions) => {
    const sandbox = await started(options)
    const { id } = sandbox.world().seedCase({ lifecycle: 'PendingVerification' })
    return (await callers(sandbox).partner('POST', `/cases/${id}/close`, { closeCode: 'Other' })).status
  }
  expect(await closed()).toBe(400)
  expect(await closed({ behaviours: { closeOutsideCollection: 'close' } })).toBe(200)
})
