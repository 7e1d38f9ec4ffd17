import type { EventPayload } from '../contract/shapes/index.ts'
import type { ApiName, EventOf } from '../contract/words/index.ts'

/** A new UUID, of the real randomness. */
export const uuid = (): string => globalThis.crypto.randomUUID()

/** Eight capital letters and digits, as Debitura's references are. */
const reference = () => uuid().replaceAll('-', '').slice(0, 8).toUpperCase()

/** Six characters that are different each time. */
const shortId = () => uuid().slice(-6)

const now = () => new Date().toISOString()

const subject = () => ({ caseId: uuid(), reference: reference() })
const clients = () => ({ ...subject(), externalTenantId: `tenant-${shortId()}` })
const change = { oldLifecycle: 'PendingVerification', newLifecycle: 'Active' }
const closing = { closeCode: 'Paid', closeComment: null }

const payment = () => ({
  ...subject(),
  paymentId: uuid(),
  amount: 1250,
  currency: 'EUR',
  date: `${now().slice(0, 10)}T00:00:00.000Z`,
})

const chat = () => ({
  ...subject(),
  chatId: uuid(),
  role: 'Partner',
  message: 'The debtor has agreed to pay by the end of the month.',
  userEmail: 'case.handler@partner.example',
  dateCreated: now(),
})

const creditor = () => ({
  id: uuid(),
  companyName: `Fjordvik Logistik ${shortId()} GmbH`,
  registrationNumber: 'HRB 52418',
  countryId: uuid(),
})

const client = () => ({
  externalTenantId: `tenant-${shortId()}`,
  creditor: { ...creditor(), isAttributed: true },
})

/** A client of its own accord that is only being linked: nothing of it is attributed. */
const linking = () => {
  const { externalTenantId, creditor } = client()
  return { externalTenantId, creditor: { ...creditor, isAttributed: false } }
}

const failedCases = [
  {
    caseIndex: 0,
    creditorReference: 'INV-2026-0042',
    errorType: 'NoPartnerAvailable',
    errorMessage: 'No collection partner takes this case.',
  },
]

type SampleData = {
  readonly [Api in ApiName]: { readonly [Event in EventOf<Api>]: () => EventPayload<Api, Event>['data'] }
}

/** What an event may say: believable, and its ids unique. */
export const SAMPLE_DATA: SampleData = {
  customer: {
    'case.created': subject,
    'case.updated': () => ({ ...subject(), ...change }),
    'case.closed': () => ({ ...subject(), ...closing }),
    'payment.created': payment,
    'payment.deleted': payment,
    'chat.created': chat,
  },
  'collection-partner': {
    'case.assigned': () => ({ ...subject(), lifecycle: 'Active' }),
    'case.updated': () => ({ ...subject(), ...change }),
    'case.closed': () => ({ ...subject(), ...closing }),
    'payment.created': payment,
    'payment.deleted': payment,
    'chat.created': chat,
  },
  'referral-partner': {
    'client.onboarding.poa_signed': () => ({ ...client(), signedAt: now() }),
    'client.onboarding.contract_signed': () => ({ ...client(), signedAt: now() }),
    'client.linked': linking,
    'client.link_declined': () => ({ ...client(), creditor: creditor() }),
    'client.link_requested': linking,
    'client.link_expired': linking,
    'case.created': clients,
    'case.updated': () => ({ ...clients(), ...change }),
    'case.closed': () => ({ ...clients(), ...closing }),
    'cases.replay_failed': () => ({ ...linking(), failedCases }),
  },
}
