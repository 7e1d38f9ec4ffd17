import { describe, expect, test } from 'vitest'
import type { TASK_TYPES } from '../../../src/contract/words/index.ts'
import type { SandboxOptions } from '../../../src/sandbox/index.ts'
import { callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

const CREDITOR = { userEmail: 'clara@creditor.example' }
const PARTNER = { userEmail: 'ada@partner.example' }

async function world(options?: SandboxOptions) {
  let time = Date.parse('2026-06-17T08:00:00Z')
  const sandbox = await started({
    now: () => {
      time += 1_000
      return new Date(time)
    },
    ...options,
  })
  const { customer, partner } = callers(sandbox)
  const seed = (...seeds: Parameters<ReturnType<typeof sandbox.world>['seedCase']>) =>
    sandbox.world().seedCase(...seeds).id
  const tasks = async (query = '', caller = customer) => (await caller('GET', `/tasks?${query}`)).body.tasks
  const tasksOf = async (id: string, query = '') =>
    (await customer('GET', `/cases/${id}/tasks?${query}`)).body
  const ask = (id: string) => partner('POST', `/cases/${id}/chats`, { message: 'Well?', ...PARTNER })
  const reply = (id: string) => customer('POST', `/cases/${id}/chats`, { message: 'Well.', ...CREDITOR })
  return { sandbox, customer, partner, seed, tasks, tasksOf, ask, reply }
}

test('a contract that has to be signed anew is a task until it is', async () => {
  const { sandbox, tasks } = await world()
  sandbox.world().setStanding({ contract: 'NewVersion' })
  expect(await tasks()).toMatchObject([{ type: 'SignContract', caseId: null }])
  sandbox.world().setStanding({ contract: 'Signed' })
  expect(await tasks()).toEqual([])
})

describe('a message of the partner', () => {
  test('asks for a reply, once, until the creditor has written', async () => {
    const { seed, tasks, tasksOf, ask, reply } = await world()
    const id = seed({ creditorReference: 'INV-1' })
    expect(await tasks()).toEqual([])
    await ask(id)
    await ask(id)
    const [task, ...others] = await tasks()
    expect(others).toEqual([])
    expect(task).toMatchObject({
      type: 'ReplyToChat',
      typeLabel: 'Reply to chat',
      status: 'Open',
      caseId: id,
      caseReference: 'INV-1',
      dateSolved: null,
      action: { method: 'POST', path: '/cases/{caseId}/chats' },
    })
    expect(task.solutionUrl).toMatch(/^http:/)
    expect(await tasksOf(id)).toEqual([task])
    await reply(id)
    expect(await tasks()).toEqual([])
    expect(await tasksOf(id, 'status=solved')).toMatchObject([
      { id: task.id, status: 'Solved', dateSolved: expect.any(String) },
    ])
    await ask(id)
    expect((await tasks())[0].id).not.toBe(task.id)
  })

  test('asks for no reply any more once the case is closed', async () => {
    const { partner, seed, tasks, ask } = await world()
    const id = seed()
    await ask(id)
    await partner('POST', `/cases/${id}/close`, { closeCode: 'DebtorUntraceable' })
    expect(await tasks()).toEqual([])
    expect(await tasks('Status=Solved')).toHaveLength(1)
  })

  test('that welcomes a case asks for none', async () => {
    const { partner, seed, tasks } = await world()
    const id = seed({ lifecycle: 'PendingVerification' })
    await partner('POST', `/cases/${id}/start`, { welcomeMessage: 'We have it.', ...PARTNER })
    expect(await tasks()).toEqual([])
  })
})

describe('a case', () => {
  test('that needs information has a task until it moves on', async () => {
    const { customer, seed, tasksOf, reply } = await world()
    const id = seed({ lifecycle: 'NeedsAdditionalDetails', isTest: true })
    expect(await tasksOf(id)).toMatchObject([
      { type: 'MoreInfoNeeded', action: { path: '/cases/{caseId}/chats' } },
    ])
    await reply(id)
    expect(await tasksOf(id)).toHaveLength(1)
    await customer('POST', `/test/cases/${id}/advance`, { to: 'Active' })
    expect(await tasksOf(id)).toEqual([])
    expect(await tasksOf(id, 'status=Solved')).toHaveLength(1)
  })

  test('that needs information has the other task where the sandbox is to choose it', async () => {
    const { seed, tasksOf } = await world({ behaviours: { needsInfoTask: 'CaseValidationNeedsInfo' } })
    const id = seed({ lifecycle: 'NeedsAdditionalDetails' })
    expect(await tasksOf(id)).toMatchObject([{ type: 'CaseValidationNeedsInfo', action: null }])
  })

  test('that has quotes asks for a winner', async () => {
    const { seed, tasksOf } = await world()
    expect(await tasksOf(seed({ lifecycle: 'LeadsQuoteGiven' }))).toMatchObject([
      { type: 'SelectQuoteWinner', leadId: expect.any(String), action: null },
    ])
  })

  test('takes its tasks along when it is deleted', async () => {
    const { customer, seed, tasks } = await world()
    const id = seed({ lifecycle: 'NeedsAdditionalDetails', isTest: true })
    expect(await tasks()).toHaveLength(1)
    await customer('DELETE', `/test/cases/${id}`)
    expect(await tasks()).toEqual([])
    expect((await customer('GET', `/cases/${id}/tasks`)).status).toBe(404)
  })

  test('of another account shows no tasks', async () => {
    const { sandbox, seed, ask, tasks } = await world()
    const id = seed()
    await ask(id)
    const other = callers(sandbox, 'other').customer
    expect((await other('GET', `/cases/${id}/tasks`)).status).toBe(404)
    expect(await tasks('', other)).toEqual([])
  })
})

test('a client that has not signed is asked to, and not by its cases', async () => {
  const { sandbox, tasks } = await world()
  const { onboardingUrl } = sandbox.world().seedClient({ externalTenantId: 't', onboardingDone: false })
  const client = await callerForClient(sandbox, 't')
  const { id } = (await client('POST', '/cases', claim({ allowPendingContracts: true }))).body
  expect(await tasks('', client)).toMatchObject([
    { type: 'SignContract', caseId: null, caseReference: null, solutionUrl: onboardingUrl },
  ])
  expect((await client('GET', `/cases/${id}/tasks`)).body).toEqual([])
  await fetch(onboardingUrl, { method: 'POST' })
  expect(await tasks('', client)).toEqual([])
  expect(await tasks('status=Solved', client)).toMatchObject([{ type: 'SignContract' }])
})

describe('the list of tasks', () => {
  test('is filtered by type and status, in every spelling', async () => {
    const { seed, tasks, ask } = await world()
    await ask(seed())
    seed({ lifecycle: 'NeedsAdditionalDetails' })
    const types = async (query: string) =>
      (await tasks(query)).map(({ type }: { type: keyof typeof TASK_TYPES }) => type)
    expect(await types('')).toEqual(['MoreInfoNeeded', 'ReplyToChat'])
    expect(await types('status=OPEN')).toHaveLength(2)
    expect(await types('status=')).toHaveLength(2)
    expect(await types('STATUS=Solved')).toEqual([])
    expect(await types('type=replytochat')).toEqual(['ReplyToChat'])
    expect(await types(`Type=${encodeURIComponent('Reply to chat')}`)).toEqual(['ReplyToChat'])
    expect(await types('type[]=SignContract')).toEqual([])
    expect(await types('type=ReplyToChat&type=MoreInfoNeeded')).toHaveLength(2)
    expect(await types('type=ReplyToChat,MoreInfoNeeded')).toHaveLength(2)
  })

  test.each(['status=Done', 'type=Sleep'])('refuses %s, as the list of one case does', async (query) => {
    const { customer, seed } = await world()
    const id = seed()
    expect((await customer('GET', `/tasks?${query}`)).status).toBe(400)
    expect((await customer('GET', `/cases/${id}/tasks?${query}`)).status).toBe(400)
  })

  test('has ten to a page, newest first', async () => {
    const { customer, seed, ask } = await world()
    const ids: string[] = []
    for (let made = 0; made < 12; made++) {
      const id = seed()
      await ask(id)
      ids.unshift(id)
    }
    const first = (await customer('GET', '/tasks')).body
    expect(first.page).toMatchObject({ totalResults: 12, pageSize: 10, totalPages: 2 })
    const second = (await customer('GET', '/tasks?Page=2')).body
    const read = [...first.tasks, ...second.tasks].map(({ caseId }: { caseId: string }) => caseId)
    expect(read).toEqual(ids)
    expect((await customer('GET', '/tasks?PageSize=101')).status).toBe(400)
  })
})
