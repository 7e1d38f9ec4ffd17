/** What a document is, as uploads and answers name it. @see Customer API, `POST /cases/{id}/files` */
export const DOCUMENT_TYPES = [
  'OriginalInvoice',
  'DebtorDocuments',
  'CreditorDocuments',
  'PartnerDocuments',
  'DemandLetter',
  'Miscellaneous',
] as const

/** What a document is. */
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

/** Files that a creditor, or its referral partner, may upload. @see Customer API, `POST /cases/{id}/files` */
export const CREDITOR_FILE_EXTENSIONS = ['pdf', 'xls', 'xlsx', 'csv', 'txt', 'jpg', 'jpeg', 'png', 'gif']

/** Files that a collection partner may upload. @see Collection Partner API, `POST /cases/{id}/files` */
export const PARTNER_FILE_EXTENSIONS = [
  'pdf',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'jpg',
  'jpeg',
  'png',
  'txt',
  'zip',
  'csv',
  'eml',
]
