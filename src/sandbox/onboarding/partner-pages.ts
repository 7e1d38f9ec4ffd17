import { badRequest, notFound } from '../http/refusal.ts'
import { PAGES } from '../page-urls.ts'
import { hasPowerOfAttorney } from '../rules/contracts/contracts.ts'
import { signPowerOfAttorney } from '../rules/contracts/sign-contract.ts'
import { submitKyc } from '../rules/contracts/verify-kyc.ts'
import { isDay } from '../rules/time.ts'
import { form, page, paragraph, status } from './html.ts'
import type { SigningPage, Visit } from './signing-page.ts'

/** The collection partner that a page is about; 404 for any that the world does not have. */
function partnerOf({ world, url }: Visit) {
  const { collectionPartner } = world
  const id = url.searchParams.get('collectionPartnerId')
  if (id?.toLowerCase() !== collectionPartner.id) throw notFound('collection partner with this id')
  return collectionPartner
}

/** Gives a collection partner the power of attorney that it asks for in some jurisdictions. */
export const powerOfAttorney: SigningPage = {
  path: PAGES.powerOfAttorney,
  show: (visit) => {
    const { id, companyName } = partnerOf(visit)
    return page(
      'Power of attorney',
      hasPowerOfAttorney(visit.creditor, id)
        ? status(`${companyName} holds the power of attorney. There is nothing left to do.`)
        : paragraph(`Give ${companyName} the power to collect for ${visit.creditor.profile.companyName}.`) +
            form([], [{ label: 'Sign the power of attorney', name: 'sign' }]),
    )
  },
  submit: (visit) => {
    signPowerOfAttorney(visit.world, visit.creditor, partnerOf(visit).id)
    return undefined
  },
}

/** Asks who directs a company. */
export const kyc: SigningPage = {
  path: PAGES.kyc,
  show: ({ creditor }) =>
    page(
      'Who directs the company',
      creditor.kyc === null
        ? form(
            [
              { name: 'directorFullName', label: 'Full name', isRequired: true },
              { name: 'directorHomeAddress', label: 'Home address', isRequired: true },
              { name: 'directorDateOfBirth', label: 'Date of birth', type: 'date', isRequired: true },
            ],
            [{ label: 'Submit', name: 'submit' }],
          )
        : status('The director is known. There is nothing left to do.'),
    ),
  submit: ({ world, creditor }, sent) => {
    const field = (name: string) => {
      const text = sent.get(name)?.trim() ?? ''
      if (text === '') throw badRequest('MissingField', `${name} is required.`)
      return text
    }
    const directorDateOfBirth = field('directorDateOfBirth')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(directorDateOfBirth) || !isDay(directorDateOfBirth))
      throw badRequest('InvalidField', 'directorDateOfBirth is no date. Write it as 1970-01-31.')
    submitKyc(world, creditor, {
      directorFullName: field('directorFullName'),
      directorHomeAddress: field('directorHomeAddress'),
      directorDateOfBirth,
    })
    return undefined
  },
}
