import { appendFileSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { newIdentity } from '../../../src/steward/identity.ts'
import { draft, freshWorld, newScope } from '../hosted.ts'
import { contentsOf, doomedRun, type Folder, folder, foreignWorld, recoverIn } from './dead-run.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** The journal of a dead run that has made a case and a client. */
async function leftJournal(place: Folder, world: string): Promise<string> {
  await using run = doomedRun(sandbox, place, world)
  await run.steward.createCase(newScope(), CREDITOR, draft.case())
  await run.steward.createClient(newScope(), draft.client(), { sign: false })
  return join(place.path, `run-${run.identity.runId}.jsonl`)
}

/** A journal that says whatever is given. */
function write(place: Folder, text: string | Buffer): string {
  const path = join(place.path, `run-${newIdentity().runId}.jsonl`)
  writeFileSync(path, text)
  const anHourAgo = Date.now() / 1000 - 3_600
  utimesSync(path, anHourAgo, anHourAgo)
  return path
}

const RECOVERED = expect.objectContaining({ outcome: 'recovered' })

describe('of a journal', () => {
  it('half a line at the end is what a killed process leaves', async () => {
    using place = folder()
    const { world, before } = foreignWorld(sandbox)
    appendFileSync(await leftJournal(place, world), '{"intent":"case","key":"sr-')
    expect(await recoverIn(sandbox, place, world)).toMatchObject([{ outcome: 'recovered', damaged: 1 }])
    expect(contentsOf(sandbox, world)).toBe(before)
  })

  it.each([
    ['no JSON', 'what is this'],
    ['no entry', '{"hello":"world"}'],
    ['an entry of a kind that there is not', '{"intent":"invoice","key":"7"}'],
    [
      'a name that another run gave',
      `{"intent":"webhook","key":"sr-AAAAAAAAAAAAAAAAAAAAAA-12345678","account":{"kind":"creditor"}}`,
    ],
    ['bytes', '\u0000\u0001\uFFFD'],
    ['a line without end', 'x'.repeat(300_000)],
  ])('a line in the middle that is %s is left out, and the others hold', async (_, line) => {
    using place = folder()
    const { world, before } = foreignWorld(sandbox)
    const path = await leftJournal(place, world)
    const [head = '', ...rest] = readFileSync(path, 'utf8').split('\n')
    writeFileSync(path, [head, rest[0], line, ...rest.slice(1)].join('\n'))
    expect(await recoverIn(sandbox, place, world)).toMatchObject([
      { outcome: 'recovered', damaged: 1, counts: { case: 1, client: 1 } },
    ])
    expect(contentsOf(sandbox, world)).toBe(before)
  })
})

describe('beside the journal of a dead run, one that', () => {
  const future = JSON.stringify({ format: 2, runId: 'whatever' })
  it.each([
    ['is of a newer version', (place: Folder) => write(place, `${future}\n`), 'newer-format'],
    ['is no journal', (place: Folder) => write(place, 'Dear diary\n'), 'damaged'],
    ['is of bytes', (place: Folder) => write(place, Buffer.alloc(100_000, 0xff)), 'damaged'],
    ['has one line of megabytes', (place: Folder) => write(place, 'x'.repeat(5_000_000)), 'damaged'],
    [
      'is a folder',
      (place: Folder) => mkdirSync(join(place.path, `run-${newIdentity().runId}.jsonl`)),
      'unreadable',
    ],
    [
      'is a link to nowhere',
      (place: Folder) => symlinkSync('/nowhere', join(place.path, `run-${newIdentity().runId}.jsonl`)),
      'unreadable',
    ],
    [
      "bears another run's name",
      (place: Folder) => {
        const [name = ''] = place.journals()
        const text = readFileSync(join(place.path, name))
        write(place, text)
      },
      'damaged',
    ],
  ] as const)('%s is left alone, and told', async (_, spoil, why) => {
    using place = folder()
    const { world, before } = foreignWorld(sandbox)
    await leftJournal(place, world)
    spoil(place)
    const recoveries = await recoverIn(sandbox, place, world)
    expect(recoveries).toHaveLength(2)
    expect(recoveries).toContainEqual(RECOVERED)
    expect(recoveries).toContainEqual(
      expect.objectContaining({ outcome: 'untouched', why, todo: expect.stringMatching(/sweep/) }),
    )
    expect(contentsOf(sandbox, world)).toBe(before)
  })

  it('is only begun is nothing yet', async () => {
    using place = folder()
    const world = freshWorld()
    writeFileSync(join(place.path, `run-${newIdentity().runId}.jsonl`), '')
    writeFileSync(join(place.path, `run-${newIdentity().runId}.jsonl`), '{"format":1,"ru')
    expect(await recoverIn(sandbox, place, world)).toEqual([])
    expect(place.journals()).toHaveLength(2)
  })

  it('is a file of somebody else is no journal', async () => {
    using place = folder()
    writeFileSync(join(place.path, 'notes.jsonl'), 'x')
    writeFileSync(join(place.path, 'run-7.jsonl'), 'x')
    writeFileSync(join(place.path, `run-${newIdentity().runId}.jsonl.bak`), 'x')
    expect(await recoverIn(sandbox, place, freshWorld())).toEqual([])
  })
})

it('a journal of a hundred thousand lines is read', async () => {
  using place = folder()
  const { world, before } = foreignWorld(sandbox)
  const path = await leftJournal(place, world)
  const { runId } = JSON.parse(readFileSync(path, 'utf8').split('\n')[0] ?? '') as { runId: string }
  const packed = Buffer.from(runId.replaceAll('-', ''), 'hex').toString('base64url')
  const lines = Array.from({ length: 50_000 }, (_, nth) => {
    const key = `sr-${packed}-${String(nth).padStart(8, '0')}`
    const intent = { intent: 'case', key, account: CREDITOR }
    return `${JSON.stringify(intent)}\n${JSON.stringify({ outcome: 'made', key, id: `${nth}` })}\n`
  })
  appendFileSync(path, lines.join(''))
  expect(await recoverIn(sandbox, place, world)).toMatchObject([
    { outcome: 'recovered', damaged: 0, counts: { case: 50_001 } },
  ])
  expect(contentsOf(sandbox, world)).toBe(before)
})

it('a sandbox that is gone took everything along, so its journal goes too', async () => {
  using place = folder()
  const gone = await createSandbox()
  const world = freshWorld()
  await using run = doomedRun(gone, place, world)
  await run.steward.createCase(newScope(), CREDITOR, draft.case())
  await gone.close()
  expect(await recoverIn(sandbox, place, world, { dryRun: true })).toMatchObject([
    { outcome: 'sandbox-gone' },
  ])
  expect(place.journals()).toHaveLength(1)
  expect(await recoverIn(sandbox, place, world)).toMatchObject([{ outcome: 'sandbox-gone' }])
  expect(place.journals()).toEqual([])
})

describe('a clock', () => {
  it.each([
    ['forward', 86_400],
    ['back', -86_400],
  ])('that was turned %s since the run died changes nothing', async (_, seconds) => {
    using place = folder()
    const { world, before } = foreignWorld(sandbox)
    const path = await leftJournal(place, world)
    const then = Date.now() / 1000 - seconds
    utimesSync(path, then, then)
    expect(await recoverIn(sandbox, place, world, { graceMs: 100 })).toEqual([RECOVERED])
    expect(contentsOf(sandbox, world)).toBe(before)
  })
})
