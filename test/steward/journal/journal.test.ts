import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { newIdentity } from '../../../src/steward/identity.ts'
import { type Journal, openJournal } from '../../../src/steward/journal/journal.ts'
import { accountOf, draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'

let sandbox: Sandbox
let directory: string

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'debitura-journal-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

function journalIn(folder: string): Journal {
  return openJournal(folder, {
    identity: newIdentity(),
    environment: 'sandbox',
    urls: sandbox.urls,
    keys: {},
    keep: false,
    startedAt: '2026-01-15T12:00:00.000Z',
  })
}

type Line = Readonly<Record<string, unknown>>

/** The lines of the one journal that there is. */
function lines(): Line[] {
  const [name = ''] = readdirSync(directory)
  return readFileSync(join(directory, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

describe('a journal', () => {
  it('starts with what a later run has to know: who, where, when', () => {
    journalIn(directory)
    const [name = ''] = readdirSync(directory)
    const [head] = lines()
    expect(head).toEqual({
      format: 1,
      runId: expect.any(String),
      environment: 'sandbox',
      urls: sandbox.urls,
      keyPrints: {},
      keep: false,
      owner: expect.stringMatching(new RegExp(`^${process.pid}\\.`)),
      startedAt: '2026-01-15T12:00:00.000Z',
    })
    expect(name).toBe(`run-${head?.runId}.jsonl`)
  })

  it.skipIf(process.platform === 'win32')("is nobody else's to read", () => {
    journalIn(directory)
    const [name = ''] = readdirSync(directory)
    expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600)
  })

  it('has each create before it is sent, and each outcome before the next request', async () => {
    const seen: { readonly operation: string; readonly last: Line | undefined }[] = []
    await using between = await interpose(sandbox, (passing) => {
      if (passing.method !== 'GET') seen.push({ operation: passing.operation, last: lines().at(-1) })
      return passing.pass()
    })
    await using run = hostSteward(between, { journal: journalIn(directory) })
    const scope = newScope()
    const made = await run.steward.createCase(scope, CREDITOR, draft.case())
    await run.steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
    const client = await run.steward.createClient(scope, draft.client(), { sign: false })
    await run.steward.deleteCase(CREDITOR, made.id)

    const key = made.creditorReference
    expect(seen).toEqual([
      { operation: 'POST /cases', last: { intent: 'case', key, account: CREDITOR } },
      {
        operation: 'POST /webhooks',
        last: { intent: 'webhook', key: expect.any(String), account: CREDITOR },
      },
      { operation: 'POST /clients', last: { intent: 'client', key: client.externalTenantId } },
      {
        operation: `DELETE /test/cases/${made.id}`,
        last: { outcome: 'made', key: client.externalTenantId, id: client.client.id },
      },
    ])
    expect(lines()).toContainEqual({ outcome: 'made', key, id: made.id })
    expect(lines().at(-1)).toEqual({ outcome: 'deleted', key })
  })

  it('notes what was refused, and what nobody knows', async () => {
    let failures = 0
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'POST /webhooks'
        ? passing.answer(failures++ === 0 ? 400 : 500, {})
        : passing.pass(),
    )
    await using run = hostSteward(between, { journal: journalIn(directory) })
    for (let tries = 0; tries < 2; tries++) {
      await failureOf(
        run.steward.createWebhook(newScope(), CREDITOR, 'https://hook.example', ['case.closed']),
      )
    }
    expect(lines().map(({ outcome }) => outcome)).toEqual([
      undefined,
      undefined,
      'refused',
      undefined,
      'uncertain',
    ])
  })

  it('holds no secret', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { world, journal: journalIn(directory) })
    const client = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    await run.steward.createCase(newScope(), accountOf(client), draft.case())
    const { accessToken } = await run.steward.token(client.externalTenantId)
    const text = JSON.stringify(lines())
    expect(text).toContain(client.externalTenantId)
    expect(text).not.toContain(world)
    expect(text).not.toContain(accessToken)
  })
})

describe('when the run ends', () => {
  it('the journal is removed, for nothing is left to remember', async () => {
    await using run = hostSteward(sandbox, { journal: journalIn(directory) })
    await run.steward.createCase(newScope(), CREDITOR, draft.case())
    await run.close()
    expect(readdirSync(directory)).toEqual([])
  })

  it('the journal stays where something is left over', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { world, journal: journalIn(directory) })
    const { externalTenantId } = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    sandbox.world(world).setBlockers(externalTenantId, { unpaidCommission: true })
    await run.close()
    expect(lines().at(-1)).toEqual({
      result: expect.stringMatching(`left over: client ${externalTenantId} .Unpaid`),
      at: expect.any(Number),
    })
  })

  it('the journal stays where everything was kept', async () => {
    await using run = hostSteward(sandbox, { journal: journalIn(directory), settings: { keep: true } })
    const made = await run.steward.createCase(newScope(), CREDITOR, draft.case())
    await run.close()
    expect(lines().at(-2)).toEqual({ outcome: 'kept', key: made.creditorReference })
    expect(lines().at(-1)).toMatchObject({ result: 'kept, as asked' })
  })

  it('what happens later is written nowhere, not into a file that has the number of the closed one either', () => {
    const journal = journalIn(directory)
    journal.remove()
    const next = journalIn(directory)
    journal.outcome('late', 'deleted', undefined)
    journal.leave('left over')
    next.outcome('in time', 'deleted', undefined)
    expect(lines().map(({ key }) => key)).toEqual([undefined, 'in time'])
    expect(journal.problem).toBeUndefined()
  })
})

describe('a journal that cannot be written', () => {
  it('stops no test, and is mentioned once', async () => {
    const file = join(directory, 'a file')
    writeFileSync(file, '')
    const journal = journalIn(file)
    await using run = hostSteward(sandbox, { journal })
    await run.steward.createCase(newScope(), CREDITOR, draft.case())
    const report = await run.close()
    expect(report.tallies.case).toMatchObject({ made: 1, deleted: 1 })
    expect(report.notices).toEqual([
      expect.stringMatching(/^Crash recovery is off: the journal .*a file.*ENOTDIR/),
    ])
  })
})
