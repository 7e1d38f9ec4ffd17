import type { Debitura } from '../kit/index.ts'

/** Debitura that can be held before it is known whose it is: that is asked anew with each use. */
export function currentDebitura(current: () => Debitura): Debitura {
  return {
    get cases() {
      return current().cases
    },
    get managedCases() {
      return current().managedCases
    },
    get clients() {
      return current().clients
    },
    get webhooks() {
      return current().webhooks
    },
    get clock() {
      return current().clock
    },
    get tag() {
      return current().tag
    },
    get environment() {
      return current().environment
    },
    get urls() {
      return current().urls
    },
  }
}
