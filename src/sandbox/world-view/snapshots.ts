import type { CloseCode, Lifecycle } from '../../contract/words/index.ts'
import { onboardingUrl } from '../page-urls.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { ClientRecord } from '../store/client-record.ts'
import type { Price, QuoteRecord } from '../store/quote-record.ts'
import type { Subscription } from '../store/webhook-table.ts'
import type { World } from '../store/world.ts'

/** A case as it stands, with what no answer tells: its tag and its owner. */
export interface CaseSnapshot {
  readonly id: string
  readonly reference: string
  readonly creditorId: string
  readonly creditorReference: string | null
  readonly creditorComments: string | null
  readonly isTest: boolean
  readonly tag: string | null
  readonly lifecycle: Lifecycle
  readonly closeCode: CloseCode | null
  readonly currency: string
  readonly grossAmount: number
  /** Amounts paid, oldest first. */
  readonly payments: readonly number[]
  readonly dateCreated: string
}

/** A client as it stands. */
export interface ClientSnapshot {
  readonly externalTenantId: string
  readonly creditorId: string
  readonly onboardingDone: boolean
  readonly onboardingUrl: string
  /** Addresses of its people and its office. */
  readonly emails: readonly string[]
  readonly dateLinked: string
}

/** A quote as it stands. */
export interface QuoteSnapshot extends Price {
  readonly id: string
  readonly partnerId: string
  readonly partnerName: string | null
  readonly status: QuoteRecord['status']
}

/** A webhook subscription as it stands. */
export interface WebhookSnapshot {
  readonly id: string
  readonly creditorId: string
  readonly url: string
  readonly events: readonly string[]
  readonly isTestMode: boolean
}

export const caseSnapshot = (record: CaseRecord): CaseSnapshot => ({
  id: record.id,
  reference: record.reference,
  creditorId: record.creditor.profile.id,
  creditorReference: record.creditorReference,
  creditorComments: record.comments,
  isTest: record.isTest,
  tag: record.tag,
  lifecycle: record.lifecycle,
  closeCode: record.closeCode,
  currency: record.currency,
  grossAmount: record.grossAmount,
  payments: record.payments.map((payment) => payment.amount),
  dateCreated: record.dateCreated,
})

export const clientSnapshot = (
  world: World,
  { externalTenantId, creditor, users, dateLinked }: ClientRecord,
): ClientSnapshot => ({
  externalTenantId,
  creditorId: creditor.profile.id,
  onboardingDone: creditor.signed,
  onboardingUrl: onboardingUrl(world, creditor),
  emails: [...new Set([creditor.profile.officeEmail ?? '', ...users.map((user) => user.email)])],
  dateLinked,
})

export const webhookSnapshot = ({
  id,
  accountId,
  url,
  events,
  isTestMode,
}: Subscription): WebhookSnapshot => ({
  id,
  creditorId: accountId,
  url,
  events: [...events],
  isTestMode,
})

export const quoteSnapshot = ({ bidder, ...quote }: QuoteRecord): QuoteSnapshot => ({
  id: quote.id,
  partnerId: bidder.id,
  partnerName: bidder.companyName,
  status: quote.status,
  ...quote.price,
})
