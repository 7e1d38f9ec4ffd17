import { expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { applicant, claim } from '../payloads.ts'

async function unsigned() {
  const sandbox = await started()
  const { referral } = callers(sandbox)
  const { body } = await referral(
    'POST',
    '/clients',
    applicant('t', { client: { ...applicant('t').client, name: '<b>A & B</b>' } }),
  )
  const url: string = body.onboardingLinks.url
  return { sandbox, referral, url, client: await callerForClient(sandbox, 't') }
}
const sign = (url: string) => fetch(url, { method: 'POST', redirect: 'manual' })

test('a person opens the link, without a key, and finds a form', async () => {
  const { url } = await unsigned()
  const response = await fetch(url)
  const page = await response.text()
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page).toContain('<form method="post">')
  expect(page).not.toContain('<b>A')
})

test('signing onboards the client, and its waiting cases move on', async () => {
  const { referral, url, client } = await unsigned()
  const waiting = (await client('POST', '/cases', claim({ allowPendingContracts: true }))).body.id
  const skipping = (
    await client('POST', '/cases', claim({ allowPendingContracts: true, skipDebituraVerification: true }))
  ).body.id
  expect((await sign(url)).status).toBe(303)
  expect((await referral('GET', '/clients/t')).body).toMatchObject({
    onboardingDone: true,
    onboardingLinks: null,
  })
  const after = async (id: string) => (await client('GET', `/cases/${id}`)).body
  expect(await after(waiting)).toMatchObject({
    lifecycle: 'Pending Verification Internal',
    signingHandoff: null,
  })
  expect(await after(skipping)).toMatchObject({ lifecycle: 'Pending Verification' })
  expect((await client('POST', '/cases', claim())).body.lifecycle).toBe('Pending Verification Internal')
  expect(await (await fetch(url)).text()).not.toContain('<form')
})

test('signing twice is harmless', async () => {
  const { client, url } = await unsigned()
  await sign(url)
  const { id } = (await client('POST', '/cases', claim())).body
  await client('POST', `/test/cases/${id}/advance`, { to: 'Active' })
  expect((await sign(url)).status).toBe(303)
  expect((await client('GET', `/cases/${id}`)).body.lifecycle).toBe('Active')
})

test.each([
  ['http://localhost:4000/done?x=1', 'http://localhost:4000/done?x=1'],
  ['https://example.com/', undefined],
  ['javascript:alert(1)', undefined],
  ['/relative', undefined],
])('returns to %s only if that is on this machine', async (returnUrl, expected) => {
  const { url } = await unsigned()
  const response = await sign(`${url}?returnUrl=${encodeURIComponent(returnUrl)}`)
  expect(response.headers.get('location')).toBe(expected ?? new URL(url).pathname)
})

test('an unknown link is a 404, as is that of a deleted client', async () => {
  const { referral, url } = await unsigned()
  expect((await fetch(url.replace(/.$/, 'x'))).status).toBe(404)
  await referral('DELETE', '/clients/t')
  expect((await sign(url)).status).toBe(404)
})
