import { contractUrl, kycUrl, PAGES, powerOfAttorneyUrl } from '../page-urls.ts'
import { hasPowerOfAttorney } from '../rules/contracts/contracts.ts'
import { signContract, signPowerOfAttorney } from '../rules/contracts/sign-contract.ts'
import { page, status } from './html.ts'
import { loopbackUrl } from './return-url.ts'
import type { SigningPage, Visit } from './signing-page.ts'

/** The first thing that is still to be signed; `null` where nothing is. */
function nextStep({ world, creditor, url }: Visit): string | null {
  const { id } = world.collectionPartner
  const contract = contractUrl(world, creditor)
  if (contract !== null) return contract
  if (isAskedFor(url) && !hasPowerOfAttorney(creditor, id)) return powerOfAttorneyUrl(world, creditor, id)
  return url.searchParams.get('kyc') === 'true' && creditor.kyc === null ? kycUrl(world, creditor) : null
}

const isAskedFor = (url: URL) => url.searchParams.has('collectionPartnerId')

/**
 * Leads through all that is to be signed, page by page, each of which comes back here; in the end to where the caller
 * wants its user. A request without a form signs all of it at once, but for what only a form can tell.
 */
export const combined: SigningPage = {
  path: PAGES.combined,
  show: (visit) => {
    const step = nextStep(visit)
    if (step === null) {
      const back = loopbackUrl(visit.url.searchParams.get('returnUrl'))
      return back === undefined
        ? page('Signing', status('Everything is signed. There is nothing left to do.'))
        : new URL(back)
    }
    const url = new URL(step)
    url.searchParams.set('returnUrl', visit.url.href)
    return url
  },
  submit: (visit) => {
    const { world, creditor, url } = visit
    signContract(world, creditor)
    if (isAskedFor(url)) signPowerOfAttorney(world, creditor, world.collectionPartner.id)
    return nextStep(visit) === null ? undefined : url.pathname + url.search
  },
}
