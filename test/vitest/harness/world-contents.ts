import type { WorldView } from '../../../src/sandbox/index.ts'

/** All that a world holds, as one value to compare. */
export function contentsOf(world: WorldView) {
  return { cases: world.cases(), clients: world.clients(), webhooks: world.webhooks() }
}

/** Puts somebody else's things into a world, some of them easily taken for a run's; returns what it holds then. */
export function seedSomebodyElses(world: WorldView): ReturnType<typeof contentsOf> {
  world.seedCase()
  world.seedCase({ isTest: true, tag: 'somebody-else', lifecycle: 'PendingVerification' })
  world.seedCase({ isTest: true, tag: `suite-run-${crypto.randomUUID()}` })
  const { externalTenantId } = world.seedClient()
  world.seedCase({ externalTenantId, isTest: true, tag: 'somebody-else' })
  return contentsOf(world)
}
