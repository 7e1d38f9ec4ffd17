import { expect, test } from 'vitest'
import { callerOf, started } from './callers.ts'

test('a seeded case that waits for a contract moves on once it is signed', async () => {
  const sandbox = await started()
  const world = sandbox.world()
  world.seedClient({ externalTenantId: 't', onboardingDone: false })
  world.seedCase({ externalTenantId: 't', lifecycle: 'PendingContractSigning' })
  world.setStanding({ contract: 'Signed' }, 't')
  expect(world.cases()).toMatchObject([{ lifecycle: 'PendingVerificationInternal' }])
})

test.each(['seedClient', 'seedAccount'] as const)(
  '%s refuses an address that somebody has: it names one account',
  async (seed) => {
    const world = (await started()).world()
    const refused = expect.objectContaining({
      code: 'DBT_SETTINGS',
      message: expect.stringContaining('A@b.example') as string,
    })
    world.seedClient({ externalTenantId: 't', email: 'a@b.example' })
    expect(() => world[seed]({ email: 'A@b.example' })).toThrow(refused)
    expect(world.clients()).toHaveLength(1)
  },
)

test('a client may be seeded anew with the address that it had', async () => {
  const world = (await started()).world()
  const seed = { externalTenantId: 't', email: 'a@b.example' }
  world.seedClient(seed)
  expect(world.seedClient(seed).emails).toEqual(['a@b.example'])
})

test('an account with an address that somebody has is a 400 over HTTP', async () => {
  const sandbox = await started()
  const control = callerOf(sandbox, 'customer', {})
  const seed = () => control('POST', '/_sandbox/worlds/default/accounts', { email: 'a@b.example' })
  expect((await seed()).status).toBe(201)
  expect(await seed()).toMatchObject({ status: 400, body: { error: 'InvalidOrder' } })
})
