/**
 * Debitura's vocabulary: names, labels and limits as plain constants. Loads no package, so that code in a test
 * worker may use it.
 * @module
 */
export * from './advance-target.ts'
export * from './agreement-type.ts'
export * from './api.ts'
export * from './blocker.ts'
export * from './close-code.ts'
export * from './environment.ts'
export * from './file-type.ts'
export * from './ingestion.ts'
export * from './lifecycle.ts'
export * from './limits.ts'
export * from './payment.ts'
export * from './revenue-stage.ts'
export * from './tag.ts'
export * from './task.ts'
export * from './utc.ts'
export * from './variables.ts'
export * from './webhook-delivery.ts'
export * from './webhook-event.ts'
