/** Who received a payment. @see Collection Partner API, `POST /cases/{id}/payments` */
export const PAYMENT_RECIPIENTS = ['Creditor', 'CollectionPartner', 'Platform'] as const

/** Who received a payment. */
export type PaymentRecipient = (typeof PAYMENT_RECIPIENTS)[number]

/** Whether the commission on a payment was paid. Their places are their numbers. @see Referral Partner API, `GET /reporting/transactions` */
export const COMMISSION_STATUSES = ['Unpaid', 'Paid', 'Credited'] as const

/** Whether the commission on a payment was paid. */
export type CommissionStatus = (typeof COMMISSION_STATUSES)[number]

/** Where Debitura's invoice to the collection partner stands. Their places are their numbers. */
export const PLATFORM_INVOICING = [
  'NotInvoiced',
  'InvoiceIssued',
  'PaymentReceived',
  'InvoiceCredited',
] as const

/** Where Debitura's invoice to the collection partner stands. */
export type PlatformInvoicing = (typeof PLATFORM_INVOICING)[number]

/** Where the referral partner's invoice to Debitura stands. Their places are their numbers. */
export const REFERRAL_INVOICING = ['Pending', 'Invoiced', 'Paid', 'Disputed'] as const

/** Where the referral partner's invoice to Debitura stands. */
export type ReferralInvoicing = (typeof REFERRAL_INVOICING)[number]
