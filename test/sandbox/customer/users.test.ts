import { describe, expect, test } from 'vitest'
import { callerForClient, callerOf, callers, started } from '../callers.ts'
import { applicant } from '../payloads.ts'

describe.each([
  ['Customer API', 'customer'],
  ['Collection Partner API', 'partner'],
] as const)('the team on the %s', (_, api) => {
  test('is listed with ids that stay, fifty to a page', async () => {
    const caller = callers(await started())[api]
    const { body } = await caller('GET', '/users')
    expect(body.page).toMatchObject({ pageSize: 50, currentPage: 1, totalResults: body.users.length })
    expect((await caller('GET', '/users')).body).toEqual(body)
    const { body: second } = await caller('GET', '/users?page=2&pageSize=1')
    expect(second.users).toEqual([body.users[1]])
  })

  test('is another account’s elsewhere', async () => {
    const sandbox = await started()
    const ids = async (world: string) =>
      (await callers(sandbox, world)[api]('GET', '/users')).body.users.map(({ id }: { id: string }) => id)
    expect(await ids('other')).not.toEqual(await ids('default'))
  })

  test.each(['Page=0', 'PageSize=101', 'PageSize=many'])('%s is a 400', async (query) => {
    expect((await callers(await started())[api]('GET', `/users?${query}`)).status).toBe(400)
  })
})

test('a client’s team are the users it came with', async () => {
  const sandbox = await started()
  await callers(sandbox).referral('POST', '/clients', applicant('t'))
  const { body } = await (await callerForClient(sandbox, 't'))('GET', '/users')
  expect(body.users).toMatchObject([{ name: 'Ada Lovelace', email: 'ada@t.example.com' }])
})

test('refusals of the list are in the shape that the operation documents', async () => {
  const sandbox = await started()
  const { customer, partner } = callers(sandbox)
  const title = 'InvalidPaging'
  expect((await customer('GET', '/users?Page=0')).body).toMatchObject({ title, status: 400 })
  expect((await partner('GET', '/users?Page=0')).body).toMatchObject({ error: title })
  const stranger = callerOf(sandbox, 'customer', { XApiKey: 'nobody' })
  expect((await stranger('GET', '/users')).body).toMatchObject({ title: 'Unauthorized', status: 401 })
})
