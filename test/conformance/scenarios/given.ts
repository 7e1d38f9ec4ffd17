import { applicant, claim, managedClaim } from '../../sandbox/payloads.ts'
import { type Answer, type Cast, NOBODY, type Story } from './story.ts'

type Who = 'customer' | 'referral' | 'partner'

/** The person who acts for the collection partner. */
export const AGENT = { userEmail: 'ada@partner.example' }

/** One request, and nothing before it. */
export const ask =
  (who: Who, method: string, path: string, body?: unknown): Story =>
  (cast) =>
    cast[who](method, path, body)

/** The same request about an id that nothing bears, and about what is no id. */
export const aboutNobody = (who: Who, method: string, path: (id: string) => string, body?: unknown) => ({
  404: ask(who, method, path(NOBODY), body),
})
export const aboutNoId = (who: Who, method: string, path: (id: string) => string, body?: unknown) => ({
  400: ask(who, method, path('seven'), body),
})

/** How far a case has come when its story begins. */
type Stage = 'opened' | 'active' | 'paid'

/** A test case of the creditor. */
export async function givenCase({ customer }: Cast, stage: Stage = 'opened', overrides: object = {}) {
  const { body } = await customer('POST', '/cases', claim(overrides))
  const advance = (to: string, amount?: number) =>
    customer('POST', `/test/cases/${body.id}/advance`, { to, amount })
  if (stage === 'active') await advance('Active')
  if (stage === 'paid') await advance('Closed:Paid', 1250)
  return String(body.id)
}

/** A managed test case, which the collection partner itself collects. */
export async function givenManagedCase({ partner }: Cast, stage: Stage = 'opened', overrides: object = {}) {
  const { body } = await partner('POST', '/managed-cases', managedClaim(overrides))
  if (stage === 'active')
    await partner('POST', `/cases/${body.id}/start`, { welcomeMessage: 'Hello', ...AGENT })
  if (stage === 'paid')
    await partner('POST', `/test/cases/${body.id}/advance`, { to: 'Closed:Paid', amount: 900 })
  return String(body.id)
}

/** A request about a test case: of the creditor's, or of the collection partner's. */
export const aboutCase =
  (
    who: 'customer' | 'partner',
    method: string,
    path: (id: string) => string,
    body?: unknown,
    stage: Stage = 'opened',
  ): Story =>
  async (cast) => {
    const given = who === 'customer' ? givenCase : givenManagedCase
    return cast[who](method, path(await given(cast, stage)), body)
  }

/** A client of the referral partner; it has signed, unless told otherwise. */
export async function givenClient({ referral, world }: Cast, isSigned = true): Promise<string> {
  if (isSigned) return world.seedClient({ externalTenantId: 'tenant-1' }).externalTenantId
  await referral('POST', '/clients', applicant('tenant-1'))
  return 'tenant-1'
}

/** A request about a client that has signed. */
export const aboutClient =
  (method: string, path: (externalTenantId: string) => string, body?: unknown): Story =>
  async (cast) =>
    cast.referral(method, path(await givenClient(cast)), body)

/** What a caller gets who has no key. */
export const withoutKey =
  (api: Parameters<Cast['sandbox']['request']>[0], method: string, path: string): Story =>
  async ({ sandbox }): Promise<Answer> => {
    const response = await sandbox.request(api, path, { method })
    return { status: response.status, body: await response.json() }
  }
