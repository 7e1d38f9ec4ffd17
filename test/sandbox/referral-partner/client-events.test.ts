import { expect, test } from 'vitest'
import { REFERRAL_PARTNER_EVENTS } from '../../../src/contract/words/index.ts'
import { callers, started } from '../callers.ts'
import { open, press } from '../pages.ts'
import { applicant, claim } from '../payloads.ts'
import { receiver } from '../webhooks/receiver.ts'

const EMAIL = 'office@existing.example'
const asking = (overrides: object = {}) =>
  applicant('t', { users: [{ name: 'A', email: EMAIL }], ...overrides })

/** A referral partner that hears of all that happens to its clients. */
async function listening() {
  const sandbox = await started()
  const { referral } = callers(sandbox)
  const hook = await receiver()
  const events = REFERRAL_PARTNER_EVENTS.filter((event) => !event.startsWith('case.'))
  await referral('POST', '/v1/Webhooks', { url: hook.url, events, isTestMode: false })
  const heard = async (count: number) =>
    (await hook.until(count)).map(({ text }) => {
      const { event, data } = JSON.parse(text)
      return { event, data }
    })
  return { sandbox, referral, heard }
}

test('signing the contract and a power of attorney is told, once each', async () => {
  const { sandbox, referral, heard } = await listening()
  const { body } = await referral('POST', '/clients', applicant('t'))
  await fetch(body.onboardingLinks.url, { method: 'POST' })
  await fetch(body.onboardingLinks.url, { method: 'POST' })
  sandbox.world().setStanding({ powerOfAttorney: 'Signed' }, 't')
  const about = { externalTenantId: 't', creditor: { isAttributed: true }, signedAt: expect.any(String) }
  expect(await heard(2)).toMatchObject([
    { event: 'client.onboarding.contract_signed', data: about },
    { event: 'client.onboarding.poa_signed', data: about },
  ])
})

test('a link that is asked for, approved, and whose cases cannot be submitted is told', async () => {
  const { sandbox, referral, heard } = await listening()
  sandbox.world().seedAccount({ email: EMAIL })
  const antarctic = claim({ debtor: { ...claim().debtor, countryAlpha2: 'AQ' } })
  const { body } = await referral('POST', '/clients', asking({ cases: [claim(), antarctic] }))
  await press(await open(body.data.onboardingLinks.url), 'Approve')
  expect(await heard(3)).toMatchObject([
    { event: 'client.link_requested', data: { externalTenantId: 't' } },
    { event: 'client.linked', data: { creditor: { isAttributed: false } } },
    {
      event: 'cases.replay_failed',
      data: { failedCases: [{ caseIndex: 1, errorType: 'NoPartnerAvailable' }] },
    },
  ])
})

test('a link that is declined, or that nobody decides on, is told', async () => {
  const { sandbox, referral, heard } = await listening()
  sandbox.world().seedAccount({ email: EMAIL })
  const { body } = await referral('POST', '/clients', asking())
  await press(await open(body.data.onboardingLinks.url), 'Decline')
  await referral('POST', '/clients', asking())
  await sandbox.world().clock.moveForward('169h')
  const events = (await heard(4)).map(({ event }) => event)
  expect(events).toEqual([
    'client.link_requested',
    'client.link_declined',
    'client.link_requested',
    'client.link_expired',
  ])
})
