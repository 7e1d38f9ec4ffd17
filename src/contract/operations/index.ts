/**
 * The operations of the three APIs as data: what to call, what to send, what comes back, and whether a call may be
 * repeated.
 * @module
 */
export * from './collection-partner/index.ts'
export * from './customer/index.ts'
export * from './operation.ts'
export * from './query.ts'
export * from './referral-partner/index.ts'
