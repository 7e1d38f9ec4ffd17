import { expect, test } from 'vitest'
import { callers, started } from './callers.ts'

test('a seeded case that waits for a contract moves on once it is signed', async () => {
  const sandbox = await started()
  const world = sandbox.world()
  world.seedClient({ externalTenantId: 't', onboardingDone: false })
  world.seedCase({ externalTenantId: 't', lifecycle: 'PendingContractSigning' })
  world.setStanding({ contract: 'Signed' }, 't')
  expect(world.cases()).toMatchObject([{ lifecycle: 'PendingVerificationInternal' }])
})
