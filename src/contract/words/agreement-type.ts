/**
 * How a collection partner that quotes wants to be paid: our name, and the label that a quote carries.
 * @see support.debitura.com/core-concepts/reference/custom-quotes
 */
export const AGREEMENT_TYPES = {
  SuccessFee: 'Success Fee',
  FlatFee: 'Flat Fee',
  HourlyRate: 'Hourly Rate',
  Hybrid: 'Hybrid',
} as const

/** Name of an agreement type, for example `SuccessFee`. */
export type AgreementType = keyof typeof AGREEMENT_TYPES
