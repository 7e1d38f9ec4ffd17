import { expect, test } from 'vitest'
import {
  collectionPartnerApi,
  customerApi,
  type Operation,
  referralPartnerApi,
} from '../../../src/contract/operations/index.ts'
import { API_NAMES, type ApiName } from '../../../src/contract/words/index.ts'
import type { Sandbox, WorldView } from '../../../src/sandbox/index.ts'
import { castOf } from '../../conformance/scenarios/cast.ts'
import { SCENARIOS } from '../../conformance/scenarios/index.ts'
import { callerOf, callers, started } from '../callers.ts'
import { applicant, claim } from '../payloads.ts'
import { receiver } from '../webhooks/receiver.ts'

const OPERATIONS = [customerApi, referralPartnerApi, collectionPartnerApi].flatMap((api): Operation[] =>
  Object.values(api),
)

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Tables that nothing here fills, each with a test of its own elsewhere. */
const FILLED_OTHERWISE = ['calls', 'faults']

/** Lets every story that ends in a success happen in one world; some do not go together, and that is all right. */
async function everything(sandbox: Sandbox, world: string): Promise<ReadonlySet<string>> {
  const asked = new Set<string>()
  const cast = castOf(sandbox, world, (api, method, path) => {
    if (method === 'GET') asked.add(`${api} ${path}`)
  })
  for (const api of API_NAMES) {
    for (const [operation, stories] of Object.entries(SCENARIOS[api])) {
      // What deletes by tag would take along what other stories left.
      if (operation.startsWith('DELETE')) continue
      for (const [status, story] of Object.entries(stories)) {
        if (Number(status) < 300) await story(cast).catch(() => undefined)
      }
    }
  }
  return asked
}

/** What a world is in the middle of: a key that answers again, an event that nobody takes, a link not approved yet. */
async function unfinished(sandbox: Sandbox, world: string): Promise<void> {
  const { customer, referral } = callers(sandbox, world)
  sandbox.world(world).seedAccount({ email: 'office@known.example' })
  const client = { name: 'Known', country: 'DE', supportEmail: 'office@known.example' }
  await referral('POST', '/clients', applicant('known', { client }))
  const url = `http://127.0.0.1:${await closedPort()}/`
  await customer('POST', '/webhooks', { url, events: ['case.created'], isTestMode: true })
  await customer('POST', '/cases', claim(), { 'Idempotency-Key': 'once' })
  // It was tried, and is to be tried again.
  const agenda = () => sandbox.world(world).snapshot().copy().rows.agenda
  await expect.poll(() => agenda()?.length).toBeGreaterThan(0)
}

async function closedPort(): Promise<number> {
  const { url, stop } = await receiver()
  stop()
  return Number(new URL(url).port)
}

/** What there is to ask: all that was asked, and every operation that reads one thing, with every id. */
function questions(asked: ReadonlySet<string>, state: unknown): readonly string[] {
  const ids = [...new Set(JSON.stringify(state).match(UUID))]
  const reads = OPERATIONS.filter(({ method, path }) => method === 'GET' && path.split('{').length === 2)
  const byId = reads.flatMap(({ api, path }) => ids.map((id) => `${api} ${path.replace(/\{\w+\}/, id)}`))
  const lists = OPERATIONS.filter(({ method, path }) => method === 'GET' && !path.includes('{'))
  return [...new Set([...asked, ...byId, ...lists.map(({ api, path }) => `${api} ${path}`)])]
}

async function answersOf(sandbox: Sandbox, world: string, asked: readonly string[]) {
  const { customer, referral, partner } = callers(sandbox, world)
  const by: Record<ApiName, typeof customer> = {
    customer,
    'referral-partner': referral,
    'collection-partner': partner,
  }
  const answers: Record<string, unknown> = {}
  for (const question of asked) {
    // The name of an API has no space in it.
    const [api, path] = question.split(' ') as [ApiName, string]
    const { status, body } = await by[api]('GET', path)
    answers[question] = { status, body }
  }
  const control = callerOf(sandbox, 'customer', {})
  answers.census = (await control('GET', `/_sandbox/worlds/${world}`)).body
  answers.behaviours = (await control('GET', `/_sandbox/worlds/${world}/behaviours`)).body
  answers.clock = (await control('GET', `/_sandbox/worlds/${world}/clock`)).body
  return answers
}

/** A world's state, once nothing in it changes by itself any more. */
async function settled(view: WorldView) {
  let state = view.snapshot().copy()
  await expect
    .poll(() => {
      const before = state
      state = view.snapshot().copy()
      return JSON.stringify(before) === JSON.stringify(state)
    })
    .toBe(true)
  return state
}

test('a restored world is the one that was held: every table, every answer, every choice', async () => {
  const sandbox = await started()
  const view = sandbox.world('w')
  const asked = await everything(sandbox, 'w')
  view.clock.freeze()
  await view.clock.moveForward('2d')
  await unfinished(sandbox, 'w')
  view.behave({ advanceFromPaused: 'refuse' })
  view.faults.order({ kind: 'status', status: 503, share: 0.5, operation: 'createCase' })
  const state = await settled(view)
  const empty = Object.entries(state.rows).flatMap(([name, rows]) => (rows.length === 0 ? [name] : []))
  const unfilled = empty.filter((name) => !FILLED_OTHERWISE.includes(name))
  // A table gets rows here once its operations have a scenario in test/conformance.
  if (unfilled.length > 0) console.warn(`Tables that no story fills:\n${unfilled.join('\n')}`)

  const all = questions(asked, state)
  const before = await answersOf(sandbox, 'w', all)
  const found = Object.values(before).filter((answer) => JSON.stringify(answer).startsWith('{"status":200'))
  expect(found.length).toBeGreaterThan(50)
  const snapshot = view.snapshot()
  view.faults.clear()
  await everything(sandbox, 'w')
  await view.clock.moveForward('400d')
  view.clock.run()
  view.behave({ advanceFromPaused: 'activate', naiveTimestamps: false })
  const { customer, referral } = callers(sandbox, 'w')
  for (const { id } of view.cases()) await customer('DELETE', `/test/cases/${id}`)
  for (const { externalTenantId } of view.clients()) await referral('DELETE', `/clients/${externalTenantId}`)
  expect(await answersOf(sandbox, 'w', all)).not.toEqual(before)

  for (const round of ['once', 'and again']) {
    view.restore(snapshot)
    expect(await settled(view), round).toEqual(state)
    expect(await answersOf(sandbox, 'w', all), round).toEqual(before)
    view.delete()
  }
})
