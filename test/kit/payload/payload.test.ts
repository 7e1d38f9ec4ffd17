import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CreateCaseRequest,
  CreateClientRequest,
  CreateManagedCaseRequest,
} from '../../../src/contract/index.ts'
import { buildCase, buildClient, buildManagedCase } from '../../../src/kit/index.ts'
import { createSandbox, type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { newIdentity } from '../../../src/steward/identity.ts'
import { encodeEmail } from '../../../src/steward/marker.ts'
import { freshWorld } from '../../steward/hosted.ts'

const COUNTRIES = [
  'DE',
  'US',
  'GB',
  'DK',
  'FR',
  'SE',
  'NO',
  'NL',
  'ES',
  'IT',
  'PL',
  'CH',
  'CA',
  'AU',
  'JP',
  'BR',
  'ZA',
]
const CURRENCIES = ['EUR', 'USD', 'GBP', 'DKK', 'SEK', 'NOK', 'CHF', 'PLN', 'JPY', 'CAD']

const overrides = fc.record(
  {
    currencyCode: fc.constantFrom(...CURRENCIES),
    amountToRecover: fc.integer({ min: 1, max: 1_000_000 }),
    debtor: fc.record(
      {
        countryAlpha2: fc.constantFrom(...COUNTRIES),
        type: fc.constantFrom('Company', 'Private', 'Person', 'company', 'PRIVATE'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)
const source = fc
  .record({
    at: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
    uuid: fc.uuid(),
  })
  .map(({ at, uuid }) => ({ now: () => at.getTime(), uuid: () => uuid }))

let sandbox: Sandbox
const XApiKey = sandboxKey(freshWorld())

beforeAll(async () => {
  sandbox = await createSandbox({ behaviours: { duplicateCreditorReference: 'allow' } })
})
afterAll(() => sandbox.close())

async function post(api: 'customer' | 'collection-partner' | 'referral-partner', path: string, body: object) {
  const headers = { XApiKey, 'content-type': 'application/json' }
  const response = await sandbox.request(api, path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}

describe('a case that is built', () => {
  it('is what the contract says, whatever country, type and currency', () => {
    fc.assert(
      fc.property(overrides, source, (given, from) => {
        expect(v.safeParse(CreateCaseRequest, buildCase(given, from)).issues).toBeUndefined()
        expect(v.safeParse(CreateManagedCaseRequest, buildManagedCase(given, from)).issues).toBeUndefined()
      }),
    )
  })

  it('is taken by Debitura, and comes back as it was built', async () => {
    await fc.assert(
      fc.asyncProperty(overrides, async (given) => {
        const built = buildCase(given)
        const { status, answer } = await post('customer', '/cases', { ...built, isTest: true })
        expect([status, answer.businessErrors]).toEqual([200, undefined])
        expect(answer).toMatchObject({
          grossAmount: built.amountToRecover,
          currency: built.currencyCode,
          debtor: { name: built.debtor.name, countryAlpha2: built.debtor.countryAlpha2 },
        })
      }),
      { numRuns: 60 },
    )
  })

  it('as a managed one is taken by Debitura too', async () => {
    await fc.assert(
      fc.asyncProperty(overrides, async (given) => {
        const { status, answer } = await post('collection-partner', '/managed-cases', {
          ...buildManagedCase(given),
          isTest: true,
        })
        expect([status, answer.businessErrors]).toEqual([200, undefined])
      }),
      { numRuns: 60 },
    )
  })

  it('calls a person as its API does', () => {
    for (const type of ['Private', 'Person', 'person']) {
      expect(buildCase({ debtor: { type } }).debtor.type).toBe('Private')
      expect(buildManagedCase({ debtor: { type } }).debtor.type).toBe('Person')
    }
  })

  it('has an amount in hundredths', () => {
    fc.assert(
      fc.property(source, (from) => {
        const { amountToRecover } = buildCase({}, from)
        expect(amountToRecover).toBe(Number(amountToRecover.toFixed(2)))
        expect(amountToRecover).toBeGreaterThanOrEqual(1_000)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is overdue: made two months ago, and due one month ago', () => {
    const from = { now: () => Date.parse('2026-03-31T23:59:59Z'), uuid: () => 'x' }
    expect(buildCase({}, from)).toMatchObject({ date: '2026-01-30', dueDate: '2026-03-01' })
  })

  it('has a debtor of its own', () => {
    const uuids = fc.uniqueArray(fc.uuid(), {
      minLength: 2,
      maxLength: 2,
      selector: (uuid) => uuid.slice(-6),
    })
    fc.assert(
      fc.property(uuids, (given) => {
        const [one, other] = given.map((uuid) => buildCase({}, { now: () => 0, uuid: () => uuid }).debtor)
        expect(one?.name).not.toBe(other?.name)
        expect(one?.email).not.toBe(other?.email)
      }),
    )
  })

  it("has the country that the test names, not the preset's", async () => {
    const built = buildCase({ debtor: { country: 'Denmark' } })
    expect(built.debtor.countryAlpha2).toBeUndefined()
    const { answer } = await post('customer', '/cases', { ...built, isTest: true })
    expect(answer.debtor).toMatchObject({ country: 'Denmark' })
  })

  it('reads no field of the overrides more than once, so that a getter cannot change its mind', () => {
    const reads = { debtor: 0, currencyCode: 0 }
    buildCase({
      get debtor() {
        reads.debtor += 1
        return { name: 'Acme' }
      },
      get currencyCode() {
        reads.currencyCode += 1
        return 'USD'
      },
    })
    expect(reads).toEqual({ debtor: 1, currencyCode: 1 })
  })

  it.each([
    { debtor: null },
    { debtor: { type: null } },
    { debtor: { type: 7 } },
    { debtor: { countryAlpha2: 7 } },
    { debtor: 'Acme' },
    { debtor: [] },
    null,
  ])('with overrides of the wrong type, %j, is left to be refused', (given) => {
    expect(() => buildCase(given as never)).not.toThrow()
    expect(() => buildManagedCase(given as never)).not.toThrow()
  })

  it('leaves the tag, isTest and the reference to the run', () => {
    expect(Object.keys(buildCase())).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(tag|isTest|creditorReference)$/)]),
    )
  })
})

describe('a client that is built', () => {
  const { runId } = newIdentity()

  it('is taken by Debitura once the run has filled in ids and addresses', async () => {
    let nth = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...COUNTRIES), async (country) => {
        const suffix = String(nth++).padStart(8, '0')
        const built = buildClient({ client: { country } })
        const request = {
          ...built,
          externalTenantId: `client-${suffix}`,
          client: { ...built.client, supportEmail: encodeEmail('office', runId, suffix) },
          users: built.users.map((user) => ({ ...user, email: encodeEmail('user1', runId, suffix) })),
        }
        expect(v.safeParse(CreateClientRequest, request).issues).toBeUndefined()
        expect((await post('referral-partner', '/clients', request)).status).toBe(202)
      }),
      { numRuns: 40 },
    )
  })

  it('takes an e-mail for the user who signs, and nothing of it for the office', () => {
    const built = buildClient({ email: 'cfo@acme.example' })
    expect(built.users).toEqual([
      { name: 'Imke Petersen', email: 'cfo@acme.example', isOnboardingUser: true },
    ])
    expect(built).not.toHaveProperty('email')
    expect(built.client.supportEmail).toBeUndefined()
  })

  it('takes users of the test as they are', () => {
    const users = [{ name: 'Ada', email: 'ada@acme.example' }]
    expect(buildClient({ users }).users).toEqual(users)
  })
})
