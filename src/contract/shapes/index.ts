/**
 * What travels in Debitura's requests and answers: a Valibot schema and its type under one name.
 * @module
 */
export * from './case.ts'
export * from './case-history.ts'
export * from './chat.ts'
export * from './client.ts'
export * from './contract-status.ts'
export * from './coverage.ts'
export * from './create-case.ts'
export * from './debtor.ts'
export * from './division.ts'
export * from './drive-case.ts'
export * from './error.ts'
export * from './fees.ts'
export * from './me.ts'
export * from './page.ts'
export * from './payment.ts'
export * from './preview.ts'
export * from './quote.ts'
export * from './referral-case.ts'
export * from './team.ts'
export * from './webhook.ts'
