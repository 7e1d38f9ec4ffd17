import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'
import { applicant, claim } from '../payloads.ts'

describe('creating a client', () => {
  test('answers 202 with a link to sign at, until it has signed: then 201', async () => {
    const sandbox = await started({ now: () => new Date('2026-06-17T08:30:00Z') })
    const { referral } = callers(sandbox)
    const first = await referral('POST', '/clients', applicant('t-1'))
    expect(first).toMatchObject({
      status: 202,
      body: {
        externalTenantId: 't-1',
        onboardingDone: false,
        onboardingLinks: {
          url: expect.stringContaining(`${sandbox.urls['referral-partner']}/onboarding/`) as string,
        },
        client: { companyName: 'Client t-1', country: 'Germany', officeEmail: 'office@t-1.example.com' },
        users: [{ email: 'ada@t-1.example.com', firstName: 'Ada', lastName: 'Lovelace' }],
        isAttributedClient: true,
        dateLinked: '2026-06-17T08:30:00.000Z',
        caseStats: { casesTotal: 0, casesClosed: 0 },
        kycStatus: 'not_required',
        caseResults: null,
      },
    })
    await fetch(first.body.onboardingLinks.url, { method: 'POST' })
    const again = await referral('POST', '/clients', applicant('t-1'))
    expect(again).toMatchObject({
      status: 201,
      body: { onboardingDone: true, onboardingLinks: null, client: first.body.client },
    })
  })

  test('a second time makes no second client', async () => {
    const sandbox = await started()
    const { referral } = callers(sandbox)
    const first = await referral('POST', '/clients', applicant('t-1'))
    const again = await referral(
      'POST',
      '/clients',
      applicant('t-1', { client: { ...applicant('x').client, name: 'Other' } }),
    )
    expect(again).toMatchObject({ status: 202, body: first.body })
    expect(sandbox.world().clients()).toHaveLength(1)
  })

  test('tells tenants apart by case', async () => {
    const { referral } = callers(await started())
    await referral('POST', '/clients', applicant('t-1'))
    expect((await referral('GET', '/clients/T-1')).status).toBe(404)
    expect((await referral('POST', '/clients', applicant('x', { externalTenantId: 'T-1' }))).status).toBe(202)
  })

  test.each([
    ['Users', { users: [] }, 'At least one user is required'],
    ['Users', { users: undefined }, 'At least one user is required'],
    [
      'Users',
      { users: [1, 2].map((n) => ({ name: 'A', email: `u${n}@x.example`, isOnboardingUser: true })) },
      'Only one user can be marked as IsOnboardingUser',
    ],
    [
      'Users',
      { users: [1, 2].map((n) => ({ name: 'A', email: `u${n}@x.example` })) },
      'When multiple users provided, exactly one must have IsOnboardingUser=true',
    ],
    ['ExternalTenantId', { externalTenantId: '' }, 'ExternalTenantId is required.'],
    ['Client.Name', { client: { ...applicant('x').client, name: '' } }, 'Client.Name is required.'],
    [
      'Client.SupportEmail',
      { client: { ...applicant('x').client, supportEmail: 'nobody' } },
      'Expected an e-mail address',
    ],
    ['Users[0].Email', { users: [{ name: 'A', email: 'nobody' }] }, 'Expected an e-mail address'],
  ])('%s is checked: %j', async (field, overrides, message) => {
    const sandbox = await started()
    const { status, body } = await callers(sandbox).referral('POST', '/clients', applicant('x', overrides))
    expect(status).toBe(400)
    expect(body).toEqual({ [field]: [message] })
    expect(sandbox.world().clients()).toEqual([])
  })

  test('refuses a country that does not exist, and takes codes and English names', async () => {
    const { referral } = callers(await started())
    const from = (tenant: string, country: string) =>
      referral('POST', '/clients', applicant(tenant, { client: { ...applicant(tenant).client, country } }))
    expect(await from('a', 'XX')).toMatchObject({ status: 400, body: { message: 'Unknown country: XX' } })
    expect((await from('b', 'dk')).body.client.country).toBe('Denmark')
    expect((await from('c', 'united kingdom')).status).toBe(202)
  })

  test.each([
    ['the office’s address', { client: { ...applicant('y').client, supportEmail: 'OFFICE@x.example.com' } }],
    ['a user’s address', { users: [{ name: 'A', email: 'ada@X.example.com' }] }],
    ['the office’s address as a user’s', { users: [{ name: 'A', email: 'office@x.example.com' }] }],
  ])('of another client with %s is a conflict: the account has to approve the link', async (_, overrides) => {
    const sandbox = await started()
    const { referral } = callers(sandbox)
    await referral('POST', '/clients', applicant('x'))
    const { status, body } = await referral('POST', '/clients', applicant('y', overrides))
    expect(status).toBe(409)
    expect(body).toEqual({
      type: 'ClientExistsNeedsLinking',
      message: expect.any(String),
      data: {
        externalTenantId: 'y',
        onboardingLinks: { url: expect.any(String) },
        isAttributedClient: false,
      },
    })
    expect(sandbox.world().clients()).toHaveLength(1)
  })

  test('goes by the whole address, not by its domain, and by its own world', async () => {
    const sandbox = await started()
    await callers(sandbox).referral('POST', '/clients', applicant('x'))
    const sameDomain = applicant('y', {
      client: { ...applicant('y').client, supportEmail: 'other@x.example.com' },
      users: [{ name: 'A', email: 'bob@x.example.com' }],
    })
    expect((await callers(sandbox).referral('POST', '/clients', sameDomain)).status).toBe(202)
    expect((await callers(sandbox, 'other').referral('POST', '/clients', applicant('x'))).status).toBe(202)
  })
})

describe('cases that come with a client', () => {
  test('wait for its signature, and are made once', async () => {
    const sandbox = await started()
    const { referral } = callers(sandbox)
    const body = applicant('t', {
      cases: [claim({ creditorReference: 'A' }), claim({ creditorReference: 'B' })],
    })
    const first = await referral('POST', '/clients', body)
    expect(first.body.caseResults).toMatchObject({
      successfulCases: [
        { creditorReference: 'A', lifecycle: 'Pending contract signing' },
        { creditorReference: 'B', lifecycle: 'Pending contract signing' },
      ],
      failedCases: [],
    })
    const again = await referral('POST', '/clients', body)
    expect(again.body.caseResults).toMatchObject({
      successfulCases: [],
      failedCases: [
        { caseIndex: 0, creditorReference: 'A', errorType: 'IdempotencyViolation' },
        { caseIndex: 1, creditorReference: 'B', errorType: 'IdempotencyViolation' },
      ],
    })
    expect(sandbox.world().cases()).toHaveLength(2)
  })

  test('that no partner takes fail, and the client is made nevertheless', async () => {
    const { referral } = callers(await started())
    const cases = [claim(), claim({ collectionPartnerId: '11111111-2222-4333-8444-555555555555' })]
    const { status, body } = await referral('POST', '/clients', applicant('t', { cases }))
    expect(status).toBe(202)
    expect(body.caseResults.successfulCases).toHaveLength(1)
    expect(body.caseResults.failedCases).toMatchObject([{ caseIndex: 1, errorType: 'NoPartnerAvailable' }])
  })

  test('that do not hold abort the whole request', async () => {
    const sandbox = await started()
    const cases = [
      claim({ creditorReference: 'A' }),
      claim({ amountToRecover: 0 }),
      claim({ creditorReference: 'A' }),
    ]
    const { status, body } = await callers(sandbox).referral('POST', '/clients', applicant('t', { cases }))
    expect(status).toBe(400)
    expect(body).toMatchObject({
      message: 'Case validation failed',
      validationErrors: {
        'Cases[1].AmountToRecover': [expect.any(String)],
        'Cases[2].CreditorReference': [expect.any(String)],
      },
    })
    expect(sandbox.world().clients()).toEqual([])
  })
})

describe('the list of clients', () => {
  async function three() {
    let time = Date.parse('2026-06-17T08:00:00Z')
    const sandbox = await started({ now: () => new Date(time) })
    for (const [name, onboardingDone] of [
      ['Beta', true],
      ['Alpha', false],
      ['Gamma', true],
    ] as const) {
      sandbox
        .world()
        .seedClient({ externalTenantId: name, name, email: `${name}@office.example`, onboardingDone })
      time += 60_000
    }
    const { referral } = callers(sandbox)
    const tenants = async (query: string) => {
      const { body } = await referral('GET', `/clients?${query}`)
      return body.clients
        .map(({ externalTenantId }: { externalTenantId: string }) => externalTenantId)
        .join(' ')
    }
    return { sandbox, referral, tenants }
  }

  test('has fifty to a page, newest first, with sums over all that match', async () => {
    const { sandbox, referral } = await three()
    sandbox.world().seedCase({ externalTenantId: 'Beta' })
    const { status, body } = await referral('GET', '/clients?PageSize=1')
    expect(status).toBe(200)
    expect(body.page).toEqual({
      totalResults: 3,
      pageSize: 1,
      currentPage: 1,
      responseCount: 1,
      totalPages: 3,
    })
    expect(body.summary).toEqual({
      totalClients: 3,
      attributedClients: 3,
      onboardingComplete: 2,
      onboardingPending: 1,
      totalCases: 1,
    })
    expect((await referral('GET', '/clients')).body.page.pageSize).toBe(50)
    expect((await referral('GET', '/clients?PageSize=101')).status).toBe(400)
  })

  test.each([
    ['Sort=dateCreated:asc', 'Beta Alpha Gamma'],
    ['', 'Gamma Alpha Beta'],
    ['sort=NAME', 'Alpha Beta Gamma'],
    ['Sort=name:desc', 'Gamma Beta Alpha'],
    ['OnboardingDone=true', 'Gamma Beta'],
    ['OnboardingDone=false', 'Alpha'],
    ['IsAttributedClient=false', ''],
    ['ExternalTenantId=Alpha', 'Alpha'],
    ['ExternalTenantId=alpha', ''],
    ['Query=ALPH', 'Alpha'],
    ['Query=gamma@office', 'Gamma'],
    ['DateCreatedFrom=2026-06-17T08:01:00Z', 'Gamma Alpha'],
    ['DateCreatedTo=2026-06-17T08:01:00', 'Alpha Beta'],
    ['PageSize=2&Page=2', 'Beta'],
  ])('%s', async (query, expected) => {
    const { tenants } = await three()
    expect(await tenants(query)).toBe(expected)
  })
})
