import { expect, test } from 'vitest'
import { callerOf, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

const path = '/_sandbox/worlds/default/snapshots'

test('are taken, listed, restored and let go', async () => {
  const sandbox = await started()
  const control = callerOf(sandbox, 'collection-partner', {})
  const { customer } = callers(sandbox)
  const { id } = (await customer('POST', '/cases', claim())).body
  expect(await control('POST', path, { name: 'one-case' })).toMatchObject({
    status: 201,
    body: { name: 'one-case', world: 'default', takenAt: expect.any(String) },
  })
  const unnamed = (await control('POST', path)).body.name
  expect((await control('GET', path)).body.snapshots).toMatchObject([{ name: 'one-case' }, { name: unnamed }])
  await customer('DELETE', `/test/cases/${id}`)
  expect((await control('POST', `${path}/one-case/restore`)).status).toBe(204)
  expect(sandbox.world().cases()).toMatchObject([{ id }])
  expect((await control('DELETE', `${path}/one-case`)).status).toBe(204)
  expect((await control('DELETE', `${path}/one-case`)).status).toBe(404)
  expect((await control('POST', `${path}/one-case/restore`)).status).toBe(404)
})

test('a name is used again for the next snapshot', async () => {
  const sandbox = await started()
  const control = callerOf(sandbox, 'customer', {})
  await control('POST', path, { name: 'clean' })
  sandbox.world().seedClient({ externalTenantId: 't' })
  await control('POST', path, { name: 'clean' })
  sandbox.world().seedClient({ externalTenantId: 'u' })
  await control('POST', `${path}/clean/restore`)
  expect(sandbox.world().clients()).toHaveLength(1)
  expect((await control('GET', path)).body.snapshots).toHaveLength(1)
})

test('twenty of a world are kept; they go with the world', async () => {
  const sandbox = await started()
  const control = callerOf(sandbox, 'customer', {})
  for (let count = 0; count < 20; count++) await control('POST', path, { name: `s${count}` })
  const refused = await control('POST', path, { name: 'one-more' })
  expect(refused).toMatchObject({ status: 400, body: { message: expect.stringContaining('20') as string } })
  expect((await control('POST', path, { name: 's3' })).status).toBe(201)
  await control('DELETE', '/_sandbox/worlds/default')
  expect((await control('GET', path)).body.snapshots).toEqual([])
})

test.each([{ name: '' }, { name: 'a/b' }, { name: 'x'.repeat(101) }, { name: 7 }, { label: 'x' }])(
  '%j is a 400 that says why',
  async (order) => {
    const { status, body } = await callerOf(await started(), 'customer', {})('POST', path, order)
    expect([status, body.error]).toEqual([400, 'InvalidOrder'])
  },
)
