import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { draft, freshWorld, newScope } from '../hosted.ts'
import { doomedRun, type Folder, folder, recoverIn } from './dead-run.ts'

const JOURNALS = 12
const LOOKS = 20

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** Takes each journal and puts it back, again and again, as fast as another process can. */
const TAKE_AND_PUT_BACK = `
  const { renameSync } = require('node:fs')
  const paths = process.argv.slice(1)
  const move = (from, to) => {
    try {
      renameSync(from, to)
    } catch {
      // Somebody else has it.
    }
  }
  console.log('ready')
  for (;;) for (const path of paths) {
    move(path, path + '.taken')
    move(path + '.taken', path)
  }
`

async function other(place: Folder): Promise<ChildProcess> {
  const paths = place.journals().map((name) => `${place.path}/${name}`)
  const child = spawn(process.execPath, ['-e', TAKE_AND_PUT_BACK, ...paths], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(child.stdout, 'data')
  return child
}

it.each([
  ['recovery', false],
  ['dry run', true],
])(
  'a journal that another process takes and puts back during a %s is nothing to tell of',
  async (_, dryRun) => {
    using place = folder()
    const world = freshWorld()
    for (let nth = 0; nth < JOURNALS; nth++) {
      await using run = doomedRun(sandbox, place, world)
      const { externalTenantId } = await run.steward.createClient(newScope(), draft.client(), { sign: true })
      sandbox.world(world).setBlockers(externalTenantId, { unpaidCommission: true })
    }
    const child = await other(place)
    const told: string[] = []
    try {
      for (let look = 0; look < LOOKS; look++) {
        const recoveries = await Promise.all([
          recoverIn(sandbox, place, world, { dryRun }),
          recoverIn(sandbox, place, world, { dryRun }),
        ])
        for (const one of recoveries.flat()) {
          if (one.outcome === 'untouched' && one.why !== 'being-recovered') told.push(one.reason)
        }
      }
    } finally {
      child.kill('SIGKILL')
      await once(child, 'close')
    }
    expect(told).toEqual([])
    expect(sandbox.world(world).clients()).toHaveLength(JOURNALS)
  },
  60_000,
)
