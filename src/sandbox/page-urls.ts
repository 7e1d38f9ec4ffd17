import type { Creditor } from './store/creditor.ts'
import type { World } from './store/world.ts'

/** Where pages stand, with the account's signing id in the place of `{linkId}`. */
export const PAGES = {
  companyDetails: '/onboarding/companydetails/{linkId}',
  users: '/onboarding/users/{linkId}',
  sign: '/onboarding/sign/{linkId}',
  contractUpgrade: '/ContractUpgrade/Sign/{linkId}',
  powerOfAttorney: '/PowerOfAttorney/Sign/{linkId}',
  kyc: '/KycVerification/Submit/{linkId}',
  combined: '/Signing/{linkId}',
  terms: '/Terms/{document}/{linkId}',
  approval: '/ReferralPartner/Approve',
} as const

/** What a combined signing page is to lead through. */
interface Steps {
  readonly collectionPartnerId?: string | null
  readonly kyc?: boolean
  readonly returnUrl?: string | null
}

/** Pages need no key, and stand where the referral partner's do; Debitura serves them from hosts of their own. */
function pageUrl(
  { debitura }: World,
  path: string,
  parameters: Readonly<Record<string, string | null | undefined>> = {},
): string {
  const url = new URL(path, debitura.urls['referral-partner'])
  for (const [name, value] of Object.entries(parameters)) {
    if (value != null) url.searchParams.set(name, value)
  }
  return url.href
}

const withId = (path: string, { signingId }: Creditor) => path.replace('{linkId}', signingId)

/** Where a client that never signed begins. */
export const onboardingUrl = (world: World, creditor: Creditor): string =>
  pageUrl(world, withId(PAGES.companyDetails, creditor))

/** Where the debt collection contract is signed; `null` where it stands. */
export function contractUrl(world: World, creditor: Creditor): string | null {
  if (creditor.signed) return null
  if (creditor.invalidation === null) return onboardingUrl(world, creditor)
  return pageUrl(world, withId(PAGES.contractUpgrade, creditor))
}

/** Where a power of attorney is given to a collection partner. */
export const powerOfAttorneyUrl = (world: World, creditor: Creditor, collectionPartnerId: string): string =>
  pageUrl(world, withId(PAGES.powerOfAttorney, creditor), { collectionPartnerId })

/** Where a client says who directs it. */
export const kycUrl = (world: World, creditor: Creditor): string =>
  pageUrl(world, withId(PAGES.kyc, creditor))

/** One page that leads through all that is still to be signed, and back to where the caller wants its user. */
export const combinedUrl = (
  world: World,
  creditor: Creditor,
  { collectionPartnerId, kyc, returnUrl }: Steps,
): string =>
  pageUrl(world, withId(PAGES.combined, creditor), {
    collectionPartnerId,
    kyc: kyc === true ? 'true' : null,
    returnUrl,
  })

/** Where a signed document is read. */
export const termsUrl = (
  world: World,
  creditor: Creditor,
  document: 'debt-collection' | 'power-of-attorney',
): string => pageUrl(world, withId(PAGES.terms.replace('{document}', document), creditor))

/** Where the owner of an existing account approves a link. */
export const approvalUrl = (world: World, token: string): string => pageUrl(world, PAGES.approval, { token })

/** A URL to go back to after signing, if it is one: absolute, by HTTP, and in one line. Any other is dropped. */
export function usableReturnUrl(text: string | null | undefined): string | null {
  if (text == null || /[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return null
  return /^https?:$/.test(new URL(text).protocol) ? text : null
}
