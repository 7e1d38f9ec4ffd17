const debtor = {
  type: 'Company',
  name: 'Acme Ltd',
  address: '1 High Street',
  city: 'London',
  countryAlpha2: 'GB',
}

/** The body of a test case on the Customer API. */
export const claim = (overrides: object = {}) => ({
  isTest: true,
  tag: 'suite-run-1',
  currencyCode: 'USD',
  amountToRecover: 1250,
  date: '2026-01-15',
  debtor,
  ...overrides,
})

/** The body of a managed test case on the Collection Partner API. */
export const managedClaim = (overrides: object = {}) => ({
  isTest: true,
  tag: 'suite-run-1',
  creditorCompanyName: 'Nordic Goods',
  creditorCountryAlpha2: 'DK',
  currencyCode: 'EUR',
  amountToRecover: 900,
  date: '2026-01-15',
  debtor: { ...debtor, type: 'Company', contactPerson: 'Jo Doe' },
  ...overrides,
})

/** The body of a client, with addresses of its own. */
export const applicant = (externalTenantId: string, overrides: object = {}) => ({
  externalTenantId,
  client: {
    name: `Client ${externalTenantId}`,
    country: 'DE',
    supportEmail: `office@${externalTenantId}.example.com`,
  },
  users: [{ name: 'Ada Lovelace', email: `ada@${externalTenantId}.example.com` }],
  ...overrides,
})
