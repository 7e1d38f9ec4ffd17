import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { connectSteward } from '../../../src/kit/index.ts'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox } from '../../../src/sandbox/index.ts'
import { draft, freshWorld, newScope } from '../hosted.ts'
import { isBuilt, startSteward, variablesOf } from './steward-process.ts'

it.skipIf(!isBuilt || process.platform === 'win32')(
  'a run whose temporary folder cannot be made goes on elsewhere, where the next one finds its journal',
  async () => {
    await using sandbox = await createSandbox()
    const base = mkdtempSync(join(tmpdir(), 'dbt-'))
    onTestFinished(() => rmSync(base, { recursive: true, force: true }))
    const file = join(base, 'file')
    writeFileSync(file, '')
    const world = freshWorld()
    const variables = variablesOf(sandbox, world)
    const nowhere = () => startSteward({}, file)

    await using killed = nowhere()
    const { address } = await killed.open(variables)
    expect(existsSync(address.socket)).toBe(true)
    onTestFinished(() => rmSync(address.socket, { force: true }))
    await connectSteward(address).call('createCase', newScope(), CREDITOR, draft.case())
    killed.child.kill('SIGKILL')
    await killed.ended

    await using next = nowhere()
    await next.open(variables)
    next.endLease()
    const { code, report } = await next.ended
    expect([code, next.complaints()]).toEqual([0, ''])
    expect(report?.recovered).toMatchObject([{ tag: address.tag, deleted: { case: 1 } }])
    expect(sandbox.world(world).cases()).toEqual([])
  },
)
