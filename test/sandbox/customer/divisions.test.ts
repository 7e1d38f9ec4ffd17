import { describe, expect, test } from 'vitest'
import type { Lifecycle } from '../../../src/contract/words/index.ts'
import type { SandboxOptions } from '../../../src/sandbox/index.ts'
import { callerForClient, callers, started } from '../callers.ts'
import { applicant, claim } from '../payloads.ts'

const branch = (overrides: object = {}) => ({
  companyName: 'Nordic Branch',
  city: 'Aarhus',
  countryCode: 'DK',
  ...overrides,
})
const UNKNOWN = '11111111-2222-4333-8444-555555555555'

async function opened(options?: SandboxOptions) {
  const sandbox = await started(options)
  const { customer } = callers(sandbox)
  const { body } = await customer('POST', '/divisions', branch())
  return { sandbox, customer, id: body.id as string, path: `/divisions/${body.id}` }
}

describe('a new division', () => {
  test('numbers its country as coverage does', async () => {
    const { customer } = callers(await started())
    const { country } = (await customer('POST', '/divisions', branch({ countryCode: 'DE' }))).body
    const { body } = await customer('GET', '/coverage')
    expect(body).toContainEqual(expect.objectContaining({ countryAlpha2: 'DE', countryId: country.id }))
  })

  test('is answered whole, and read again', async () => {
    const { customer } = callers(await started())
    const full = {
      companyName: 'Sales',
      registrationNumber: '12345678',
      address: '1 Harbour Street',
      zipCode: '8000',
      state: 'Midtjylland',
      city: 'Aarhus',
      officeEmail: 'sales@example.com',
      officePhone: '+45 1234',
    }
    const { status, body } = await customer('POST', '/divisions', { ...full, countryCode: 'dk' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      ...full,
      country: { name: 'Denmark', alpha2: 'DK' },
      isArchived: false,
      updatedUtc: null,
    })
    expect(body.createdUtc).toMatch(/Z$/)
    const read = await customer('GET', `/divisions/${body.id.toUpperCase()}`)
    expect(read.body).toEqual({ ...body, createdUtc: body.createdUtc.slice(0, -1) })
  })

  test.each([
    ['companyName', { companyName: undefined }],
    ['companyName', { companyName: '  ' }],
    ['companyName', { companyName: 'x'.repeat(201) }],
    ['city', { city: '' }],
    ['countryCode', { countryCode: 'DNK' }],
    ['countryCode', { countryCode: 'QQ' }],
    ['registrationNumber', { registrationNumber: '1'.repeat(51) }],
    ['zipCode', { zipCode: '1'.repeat(51) }],
    ['officeEmail', { officeEmail: 'nobody' }],
    ['officePhone', { officePhone: '1'.repeat(51) }],
  ])('is refused for its %s: %j', async (field, overrides) => {
    const { customer } = callers(await started())
    const { status, body } = await customer('POST', '/divisions', branch(overrides))
    expect(status).toBe(400)
    expect(Object.keys(body)).toEqual([field])
  })

  test('is made once per idempotency key', async () => {
    const { customer } = callers(await started())
    const key = { 'Idempotency-Key': 'once' }
    const first = await customer('POST', '/divisions', branch(), key)
    const again = await customer('POST', '/divisions', branch(), key)
    expect(again).toMatchObject({ status: 201, body: first.body })
    const other = await customer('POST', '/divisions', branch({ city: 'Odense' }), key)
    expect(other).toMatchObject({ status: 422, body: { error: 'IdempotencyConflict' } })
    expect((await customer('GET', '/divisions')).body.page.totalResults).toBe(1)
  })
})

describe('the list of divisions', () => {
  test('has ten to a page, newest first', async () => {
    const { customer } = callers(await started())
    const ids: string[] = []
    for (let made = 0; made < 12; made++) ids.push((await customer('POST', '/divisions', branch())).body.id)
    const first = (await customer('GET', '/divisions')).body
    const second = (await customer('GET', '/divisions?page=2')).body
    const read = [...first.divisions, ...second.divisions].map(({ id }: { id: string }) => id)
    expect(read).toEqual(ids.toReversed())
    expect(second.page).toEqual({
      totalResults: 12,
      pageSize: 10,
      currentPage: 2,
      responseCount: 2,
      totalPages: 2,
    })
  })

  test('has archived ones on request only', async () => {
    const { customer, id, path } = await opened()
    await customer('POST', `${path}/archive`)
    expect((await customer('GET', '/divisions')).body.divisions).toEqual([])
    const { body } = await customer('GET', '/divisions?includeArchived=true')
    expect(body.divisions).toMatchObject([{ id, isArchived: true }])
  })

  test.each(['page=0', 'pageSize=101', 'includeArchived=maybe'])('%s is a 400', async (query) => {
    const { customer } = callers(await started())
    expect((await customer('GET', `/divisions?${query}`)).status).toBe(400)
  })
})

test('a change replaces every field', async () => {
  const { customer, path } = await opened()
  await customer('PUT', path, branch({ address: '1 Harbour Street' }))
  const { status, body } = await customer('PUT', path, branch({ companyName: 'Renamed' }))
  expect(status).toBe(200)
  expect(body).toMatchObject({ companyName: 'Renamed', address: null })
  expect(body.updatedUtc).toMatch(/Z$/)
  expect((await customer('PUT', path, { city: 'Odense' })).status).toBe(400)
  expect((await customer('GET', path)).body.companyName).toBe('Renamed')
})

describe('archiving', () => {
  test.each(['/archive', ':archive'])('is done once, by %s', async (verb) => {
    const { customer, path } = await opened()
    expect(await customer('POST', path + verb)).toMatchObject({ status: 200, body: { isArchived: true } })
    expect(await customer('POST', path + verb)).toMatchObject({
      status: 422,
      body: { error: 'AlreadyArchived' },
    })
  })

  test('keeps the cases that a division has, and lets no new ones in', async () => {
    const { customer, id, path } = await opened()
    const made = await customer('POST', '/cases', claim({ creditorDivisionId: id }))
    await customer('POST', `${path}/archive`)
    expect((await customer('GET', `/cases/${made.body.id}`)).body.creditorDivisionId).toBe(id)
    const { status, body } = await customer('POST', '/cases', claim({ creditorDivisionId: id }))
    expect(status).toBe(400)
    expect(body.creditorDivisionId).toEqual(['This division is archived, and takes no new cases.'])
  })
})

describe('deleting', () => {
  test('leaves nothing behind', async () => {
    const { customer, path } = await opened()
    expect((await customer('DELETE', path)).status).toBe(204)
    expect((await customer('GET', path)).status).toBe(404)
    expect((await customer('DELETE', path)).status).toBe(404)
    expect((await customer('GET', '/divisions?includeArchived=true')).body.divisions).toEqual([])
  })

  test('waits until the division’s cases are closed, which then belong to none', async () => {
    const { customer, id, path } = await opened()
    const made = (await customer('POST', '/cases', claim({ creditorDivisionId: id }))).body
    expect(await customer('DELETE', path)).toMatchObject({
      status: 422,
      body: { error: 'DivisionHasActiveCases' },
    })
    await customer('POST', `/test/cases/${made.id}/advance`, { to: 'Closed:NoPayment' })
    expect((await customer('DELETE', path)).status).toBe(204)
    expect((await customer('GET', `/cases/${made.id}`)).body).toMatchObject({
      creditorDivisionId: null,
      creditor: { division: null },
    })
    expect((await customer('GET', `/cases?DivisionIds=${id}`)).body.cases).toEqual([])
  })

  test('does not wait for a case that is deleted', async () => {
    const { customer, id, path } = await opened()
    const made = (await customer('POST', '/cases', claim({ creditorDivisionId: id }))).body
    await customer('DELETE', `/test/cases/${made.id}`)
    expect((await customer('DELETE', path)).status).toBe(204)
  })

  test('does not wait for a case that is not collected yet, where the behaviour says so', async () => {
    const { customer, id, path } = await opened({ behaviours: { divisionHeldBy: 'active-cases' } })
    const made = (await customer('POST', '/cases', claim({ creditorDivisionId: id }))).body
    await customer('POST', `/test/cases/${made.id}/advance`, { to: 'Active' })
    expect((await customer('DELETE', path)).status).toBe(422)
    await customer('DELETE', `/test/cases/${made.id}`)
    await customer('POST', '/cases', claim({ creditorDivisionId: id }))
    expect((await customer('DELETE', path)).status).toBe(204)
  })
})

describe('a case of a division', () => {
  test('names it, also after it was renamed', async () => {
    const { customer, id, path } = await opened()
    const { body } = await customer('POST', '/cases', claim({ creditorDivisionId: id.toUpperCase() }))
    expect(body).toMatchObject({
      creditorDivisionId: id,
      creditor: { division: { id, name: 'Nordic Branch' } },
    })
    await customer('PUT', path, branch({ companyName: 'Renamed' }))
    expect((await customer('GET', `/cases/${body.id}`)).body.creditor.division.name).toBe('Renamed')
  })

  test('is found by it, among the creditor’s cases and the partner’s', async () => {
    const { sandbox, customer, id } = await opened()
    const { partner } = callers(sandbox)
    const lifecycle: Lifecycle = 'Active'
    const seeded = sandbox.world().seedCase({ lifecycle, creditorDivisionId: id }).id
    sandbox.world().seedCase({ lifecycle })
    const found = async (caller: typeof customer, path: string) =>
      (await caller('GET', path)).body.cases.map((one: { id: string }) => one.id)
    const filter = `DivisionIds=${UNKNOWN}&DivisionIds=${id.toUpperCase()}`
    expect(await found(customer, `/cases?${filter}`)).toEqual([seeded])
    expect(await found(partner, `/cases?${filter}`)).toEqual([seeded])
    expect(await found(partner, `/managed-cases?${filter}`)).toEqual([])
  })
})

describe('another account’s division', () => {
  test('is a 404, and takes no cases', async () => {
    const { sandbox, id, path } = await opened()
    sandbox.world().seedClient({ externalTenantId: 't' })
    const client = await callerForClient(sandbox, 't')
    expect((await client('GET', path)).status).toBe(404)
    expect((await client('PUT', path, branch())).status).toBe(404)
    expect((await client('DELETE', path)).status).toBe(404)
    expect((await client('POST', `${path}/archive`)).status).toBe(404)
    expect((await client('GET', '/divisions')).body.divisions).toEqual([])
    expect((await client('POST', '/cases', claim({ creditorDivisionId: id }))).status).toBe(400)
  })

  test('takes no case that comes with a new client', async () => {
    const { sandbox, id } = await opened()
    const cases = [claim({ creditorDivisionId: id })]
    const { status, body } = await callers(sandbox).referral('POST', '/clients', applicant('t', { cases }))
    expect(status).toBe(400)
    expect(Object.keys(body.validationErrors)).toEqual(['Cases[0].CreditorDivisionId'])
  })
})

test('a client takes its divisions along', async () => {
  const { sandbox } = await opened()
  const { referral } = callers(sandbox)
  sandbox.world().seedClient({ externalTenantId: 't' })
  const client = await callerForClient(sandbox, 't')
  const { id } = (await client('POST', '/divisions', branch())).body
  await referral('DELETE', '/clients/t')
  sandbox.world().seedClient({ externalTenantId: 't' })
  const again = await callerForClient(sandbox, 't')
  expect((await again('GET', `/divisions/${id}`)).status).toBe(404)
})
