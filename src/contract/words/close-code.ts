/**
 * Why a case was closed: the name that requests take, and the label that a case carries.
 * The dashes in the labels are en dashes, as Debitura writes them.
 * @see docs.debitura.com/developer-concepts/case-lifecycle
 */
export const CLOSE_CODES = {
  Paid: 'Paid',
  PartiallyPaid: 'Partially paid',
  DebtorInsolventBankrupt: 'Debtor Insolvent/Bankrupt',
  DebtorUntraceable: 'Debtor Untraceable',
  DisputedLegalActionDeclinedByClient: 'Disputed – Legal Action Declined by Client',
  WithdrawnByClient: 'Withdrawn by Client',
  PreLegalExhaustedNoPayment: 'Pre-Legal Exhausted – No Payment',
  StatuteOfLimitationsExpired: 'Statute of Limitations Expired',
  SettlementRejectedByClient: 'Settlement Rejected by Client',
  UnresponsiveClient: 'Unresponsive Client',
  UneconomicalToPursue: 'Uneconomical to Pursue',
  Other: 'Other',
  CaseNeverStarted: 'Case never started',
  CaseNeverStartedInternal: 'Case never started - Internal',
  InvalidCaseData: 'Invalid Case Data',
  NoQuotesReceived: 'No Quotes Received',
  QuotesExpiredNotAccepted: 'Quotes Expired – Not Accepted',
} as const

/** Name of a close code, for example `PreLegalExhaustedNoPayment`. */
export type CloseCode = keyof typeof CLOSE_CODES

/** Label of a close code, for example `Pre-Legal Exhausted – No Payment`. */
export type CloseCodeLabel = (typeof CLOSE_CODES)[CloseCode]

/** Codes that a collection partner may close a case with; the rest are set by Debitura itself. */
export const PARTNER_CLOSE_CODES = [
  'Paid',
  'PartiallyPaid',
  'DebtorInsolventBankrupt',
  'DebtorUntraceable',
  'DisputedLegalActionDeclinedByClient',
  'WithdrawnByClient',
  'PreLegalExhaustedNoPayment',
  'StatuteOfLimitationsExpired',
  'SettlementRejectedByClient',
  'UnresponsiveClient',
  'UneconomicalToPursue',
  'Other',
] as const satisfies readonly CloseCode[]

/** A close code that `POST /cases/{id}/close` takes. */
export type PartnerCloseCode = (typeof PARTNER_CLOSE_CODES)[number]

const byFoldedForm = new Map<string, CloseCode>(
  Object.entries(CLOSE_CODES).flatMap(([name, label]) => [
    // The keys of CLOSE_CODES are exactly the type CloseCode.
    [name.toLowerCase(), name as CloseCode],
    [label.toLowerCase(), name as CloseCode],
  ]),
)

/** Reads a name or a label, in any case; `undefined` when it is neither. */
export function closeCodeOf(nameOrLabel: string): CloseCode | undefined {
  return byFoldedForm.get(nameOrLabel.toLowerCase())
}
