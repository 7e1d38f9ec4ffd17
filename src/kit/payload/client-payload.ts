import { DebituraTestkitError } from '../../errors/index.ts'
import type { ClientDraft } from '../../protocol/index.ts'
import { assertFields } from './assert-fields.ts'
import { merge, type Overrides } from './merge.ts'
import { REAL_SOURCE, type Source, shortId } from './unique.ts'

const FAILED = 'Failed to make a client'

/** What a test says about a client; the rest is filled in. */
export type ClientOverrides = Overrides<Omit<ClientDraft, 'users'>> & {
  /** E-mail address of the user who signs. Unique for each client on Debitura. Not together with `users`. */
  readonly email?: string | undefined
  readonly users?: ClientDraft['users'] | undefined
}

/**
 * Builds a complete, believable, unique client, and lays a test's own values over it.
 * @throws DebituraTestkitError `DBT_INVALID_PAYLOAD` where `email` and `users` both say who signs.
 */
export function buildClient(given: ClientOverrides = {}, source: Source = REAL_SOURCE): ClientDraft {
  assertFields(given, FAILED, "onboard({ email: 'ada@acme.example' })")
  const { email, ...overrides } = given
  if (email !== undefined && overrides.users !== undefined) throw twoSayWhoSigns()
  const id = shortId(source)
  const defaults: ClientDraft = {
    client: {
      name: `Fjordvik Logistik ${id} GmbH`,
      registrationNumber: `HRB ${Number.parseInt(id, 16) % 100_000}`,
      address: 'Hafenstrasse 31',
      zipCode: '20457',
      city: 'Hamburg',
      country: 'DE',
      supportPhone: '+49 40 5550142',
    },
    users: [{ name: 'Imke Petersen', email, isOnboardingUser: true }],
  }
  return merge(defaults, overrides)
}

function twoSayWhoSigns(): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_INVALID_PAYLOAD',
    what: FAILED,
    why: '`email` is the address of the one user that the kit fills in, and `users` says who there is instead',
    todo: 'Give the address in `users`, or leave `users` out',
  })
}
