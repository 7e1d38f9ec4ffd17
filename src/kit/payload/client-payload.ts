import type { ClientDraft } from '../../protocol/index.ts'
import { merge, type Overrides } from './merge.ts'
import { REAL_SOURCE, type Source, shortId } from './unique.ts'

/** What a test says about a client; the rest is filled in. */
export type ClientOverrides = Overrides<Omit<ClientDraft, 'users'>> & {
  /** E-mail address of the user who signs. Unique for each client on Debitura. */
  readonly email?: string | undefined
  readonly users?: ClientDraft['users'] | undefined
}

/** Builds a complete, believable, unique client, and lays a test's own values over it. */
export function buildClient(
  { email, ...overrides }: ClientOverrides = {},
  source: Source = REAL_SOURCE,
): ClientDraft {
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
