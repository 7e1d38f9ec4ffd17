import type { ApiName } from './api.ts'

/**
 * Where a run's calls go.
 * - `sandbox`: a Debitura on loopback;
 * - `test`: Debitura's test environment, which referral partners have;
 * - `production`: the real service, where only test cases may be made.
 * @see docs.debitura.com/developer-concepts/environments
 */
export type Environment = 'sandbox' | 'test' | 'production'

export const ENVIRONMENTS: readonly Environment[] = ['sandbox', 'test', 'production']

/**
 * Origins of the real service. The Collection Partner API has no test environment: its test cases live in
 * production.
 * @see docs.debitura.com/developer-concepts/environments
 * @see docs.debitura.com/referral-partners/going-live-checklist
 */
export const ORIGINS: Readonly<Record<'test' | 'production', Readonly<Partial<Record<ApiName, string>>>>> = {
  test: {
    customer: 'https://testcustomer-api.debitura.com',
    'referral-partner': 'https://testreferral-api.debitura.com',
  },
  production: {
    customer: 'https://customer-api.debitura.com',
    'referral-partner': 'https://referral-api.debitura.com',
    'collection-partner': 'https://collectionpartner-api.debitura.com',
  },
}
