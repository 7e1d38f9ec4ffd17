import { PAGES } from '../page-urls.ts'
import { signContract } from '../rules/contracts/sign-contract.ts'
import type { Creditor } from '../store/creditor.ts'
import { form, page, paragraph, status } from './html.ts'
import { besides, type SigningPage, type Visit } from './signing-page.ts'

const nameOf = ({ creditor }: Visit) => creditor.profile.companyName ?? 'the company'

const done = (visit: Visit) =>
  page('Onboarding', status(`${nameOf(visit)} has signed. There is nothing left to do.`))

/** Details that a client may put right while it onboards. Its name and addresses are what it was invited by. */
const DETAILS = {
  companyRegistrationNumber: 'Registration number',
  address: 'Address',
  zipCode: 'Zip code',
  city: 'City',
} as const satisfies { readonly [Name in keyof Creditor['profile']]?: string }

/** First step. A request without any body signs at once: for programs that have no need of the pages. */
export const companyDetails: SigningPage = {
  path: PAGES.companyDetails,
  show: (visit) => {
    if (visit.creditor.signed) return done(visit)
    const { profile } = visit.creditor
    const fields = keysOf(DETAILS).map((name) => ({ name, label: DETAILS[name], value: profile[name] }))
    const next = { label: 'Continue', name: 'continue' }
    return page('Company details', paragraph(`Check the details of ${nameOf(visit)}.`) + form(fields, [next]))
  },
  submit: (visit, sent) => {
    const { world, creditor } = visit
    if (sent.size === 0) {
      signContract(world, creditor)
      return undefined
    }
    for (const name of keysOf(DETAILS)) {
      const text = sent.get(name)?.trim()
      if (text !== undefined) creditor.profile[name] = text === '' ? null : text
    }
    return besides(visit, PAGES.users)
  },
}

/** Second step: who may act for the client. */
export const users: SigningPage = {
  path: PAGES.users,
  show: (visit) => {
    if (visit.creditor.signed) return done(visit)
    const people = visit.world.clients.byLink(visit.creditor.signingId)?.users ?? []
    const list = people.map(({ name, email }) => paragraph(`${name}, ${email}`)).join('')
    return page('Users', `${list}${form([], [{ label: 'Continue', name: 'continue' }])}`)
  },
  submit: (visit) => besides(visit, PAGES.sign),
}

/** Last step. */
export const sign: SigningPage = {
  path: PAGES.sign,
  show: (visit) =>
    visit.creditor.signed
      ? done(visit)
      : page(
          'Sign the contract',
          paragraph(`Sign the debt collection contract for ${nameOf(visit)}.`) +
            form([], [{ label: 'Sign the contract', name: 'sign' }]),
        ),
  submit: ({ world, creditor }) => {
    signContract(world, creditor)
    return undefined
  },
}

/** A new version of a contract that was signed before. */
export const contractUpgrade: SigningPage = {
  path: PAGES.contractUpgrade,
  show: (visit) =>
    visit.creditor.signed
      ? done(visit)
      : page(
          'Sign the new contract',
          paragraph(`The debt collection contract of ${nameOf(visit)} has to be signed again.`) +
            form([], [{ label: 'Sign the new contract', name: 'sign' }]),
        ),
  submit: sign.submit,
}

// The keys of an object literal are exactly what its type says.
const keysOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table)[]
