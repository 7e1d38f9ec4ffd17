import { randomUUID } from 'node:crypto'
import type { ApiName } from '../../src/contract/words/index.ts'
import { buildManagedCase } from '../../src/kit/payload/case-payload.ts'
import { type Sandbox, sandboxKey } from '../../src/sandbox/index.ts'
import { newIdentity, type RunIdentity } from '../../src/steward/identity.ts'
import { encodeEmail, encodeMarker } from '../../src/steward/marker.ts'

const OTHER_MARKS = [
  // A character short, a character long, something before it.
  'sr-3q2-7wAAQAiAAAAAAAAAAA-abcdefg',
  'sr-3q2-7wAAQAiAAAAAAAAAAA-abcdefghi',
  'xsr-3q2-7wAAQAiAAAAAAAAAAA-abcdefgh',
  // Of the right form, and no id of a run: its version is 1.
  'sr-3q2-7wAAEAiAAAAAAAAAAA-abcdefgh',
  'SR-RUN-1',
]

const OTHER_TAGS = [
  'suite-run-',
  'suite-run-1',
  `suite-run-${randomUUID().toUpperCase()}`,
  `suite-run-${randomUUID()}`,
  `suite-run-${randomUUID()} `.trimEnd().concat('-2'),
  'somebody-else',
]

/** Puts into a world what is not the kit's, much of it easily taken for it. */
export async function seedForeign(sandbox: Sandbox, worldName: string): Promise<void> {
  const world = sandbox.world(worldName)
  const post = poster(sandbox, worldName)
  world.seedCase()
  for (const tag of OTHER_TAGS) world.seedCase({ isTest: true, tag })
  for (const creditorReference of OTHER_MARKS)
    world.seedCase({ isTest: true, tag: 'somebody-else', creditorReference })
  for (const externalTenantId of ['acme', ...OTHER_MARKS.slice(0, 4)]) {
    world.seedClient({ externalTenantId, email: `office@${randomUUID()}.example.com` })
    world.seedCase({ externalTenantId, isTest: true, tag: OTHER_TAGS[3] ?? '' })
    world.seedCase({ externalTenantId })
  }
  for (const url of ['hook', OTHER_MARKS[0], `hook?${markOf(newIdentity())}`])
    await post('customer', '/webhooks', hookAt(`https://example.com/${url}`))
  await post('collection-partner', '/webhooks', hookAt('https://example.com/partner'))
  for (const creditorReference of OTHER_MARKS.slice(0, 3))
    await post('collection-partner', '/managed-cases', managed('somebody-else', creditorReference))
}

/** Puts into a world what a run has that is under way on another machine: real markers, a real tag, made just now. */
export async function seedLiveRun(sandbox: Sandbox, worldName: string): Promise<void> {
  const world = sandbox.world(worldName)
  const post = poster(sandbox, worldName)
  const run = newIdentity()
  const { tag } = run
  const { externalTenantId } = world.seedClient({
    externalTenantId: markOf(run),
    email: encodeEmail('office', run.runId, 'abcdefgh'),
  })
  world.seedCase({ isTest: true, tag, creditorReference: markOf(run) })
  world.seedCase({ externalTenantId, isTest: true, tag, creditorReference: markOf(run) })
  await post('customer', '/webhooks', hookAt(`https://example.com/?debitura-testkit=${markOf(run)}`))
  await post('collection-partner', '/managed-cases', managed(tag, markOf(run)))
}

const markOf = ({ runId }: RunIdentity) => encodeMarker(runId, randomUUID().slice(0, 8))

/** Of events that no test here brings about: what is delivered to it would be counted in it. */
const hookAt = (url: string) => ({ url, events: ['payment.deleted'], isTestMode: true })

const managed = (tag: string, creditorReference: string) => ({
  ...buildManagedCase(),
  isTest: true,
  tag,
  creditorReference,
})

function poster(sandbox: Sandbox, world: string) {
  return async (api: ApiName, path: string, body: object): Promise<void> => {
    const headers = { XApiKey: sandboxKey(world), 'Content-Type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await sandbox.request(api, path, init)
    if (!answer.ok) throw new Error(`Failed to seed ${path}: ${answer.status} ${await answer.text()}`)
  }
}
