import type { SortKey } from '../http/sort.ts'
import { remainderOf } from '../rules/payments/amounts.ts'
import type { CaseRecord } from '../store/case-record.ts'

/** Fields that lists of cases sort by, by lower-case name. @see docs.debitura.com/developer-concepts/pagination */
export const CASE_SORT_FIELDS = {
  // Cases of one millisecond keep the order in which they came.
  datecreated: (record) => `${record.dateCreated} ${String(record.sequence).padStart(12, '0')}`,
  dateupdated: (record) => record.dateUpdated,
  datefinished: (record) => record.dateFinished,
  datecollectionstarted: (record) => record.dateCollectionStarted,
  duedate: (record) => record.dueDate,
  date: (record) => record.date,
  grossamount: (record) => record.grossAmount,
  remainder: remainderOf,
  interestfees: (record) => record.interestFees,
  collectionfees: (record) => record.collectionFees,
  reminderfees: (record) => record.reminderFees,
  lifecycle: (record) => record.lifecycle,
  closecode: (record) => record.closeCode,
} satisfies Readonly<Record<string, SortKey<CaseRecord>>>
