import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callers, started } from '../sandbox/callers.ts'
import { applicant } from '../sandbox/payloads.ts'

/** Where Debian and Ubuntu put their browser; `CHROMIUM` names another. */
const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
)
if (CHROMIUM === undefined)
  console.warn('Skipped: no Chromium here. Install the package `chromium`, or name one with CHROMIUM.')

describe.skipIf(CHROMIUM === undefined)('in a real browser', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    // A container has no place to lock a browser in, and these pages are our own.
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(() => browser?.close())

  const opened = async (url: string): Promise<Page> => {
    const page = await browser.newPage()
    await page.goto(url)
    return page
  }
  const pressed = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  test('a person onboards: details, users, signature', async () => {
    const sandbox = await started()
    const { referral } = callers(sandbox)
    const { body } = await referral('POST', '/clients', applicant('t'))
    const page = await opened(body.onboardingLinks.url)
    await page.getByLabel('City').fill('Bonn')
    await pressed(page, 'Continue')
    await expect.poll(() => page.getByText('Ada Lovelace').isVisible()).toBe(true)
    await pressed(page, 'Continue')
    await pressed(page, 'Sign the contract')
    await expect.poll(() => page.getByRole('status').textContent()).toContain('has signed')
    expect((await referral('GET', '/clients/t')).body).toMatchObject({
      onboardingDone: true,
      client: { city: 'Bonn' },
    })
    await page.close()
  })

  test('the owner of an account approves a link', async () => {
    const sandbox = await started()
    const { referral } = callers(sandbox)
    const email = 'cfo@existing.example'
    sandbox.world().seedAccount({ email })
    const request = { ...applicant('t'), users: [{ name: 'Ada Lovelace', email }] }
    const refused = await referral('POST', '/clients', request)
    expect(refused.status).toBe(409)
    const page = await opened(refused.body.data.onboardingLinks.url)
    await pressed(page, 'Approve')
    await page.getByRole('status').waitFor()
    expect((await referral('GET', '/clients/t')).body).toMatchObject({ isAttributedClient: false })
    await page.close()
  })
})
