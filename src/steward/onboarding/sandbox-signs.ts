import { checkOrigins } from '../../debitura/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import type { Onboarding } from './onboarding.ts'

/** In the sandbox, the onboarding page is one form: sending it signs. */
export const sandboxSigns: Onboarding = {
  assertPossible() {
    // The sandbox always can.
  },
  async complete(url) {
    // A link that leads away from loopback is not the sandbox's.
    checkOrigins('sandbox', { 'referral-partner': new URL(url).origin })
    const { request } = await import('undici')
    const { statusCode, body } = await request(url, { method: 'POST' })
    await body.dump()
    if (statusCode < 400) return
    throw new DebituraTestkitError({
      code: 'DBT_ONBOARDING',
      what: 'Failed to onboard a client',
      why: `the onboarding page of the sandbox answered ${statusCode}`,
      todo: 'Check that the sandbox has the version of the kit',
    })
  },
}
