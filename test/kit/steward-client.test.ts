import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectSteward, debituraFor, withoutRun } from '../../src/kit/index.ts'
import { PROTOCOL_VERSION, type RunAddress } from '../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { failureOf, newScope } from '../steward/hosted.ts'
import { hostKit } from './hosted-kit.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const address: RunAddress = {
  protocol: PROTOCOL_VERSION,
  runId: '',
  tag: 'tag',
  environment: 'sandbox',
  socket: join(tmpdir(), 'nobody-listens-here.sock'),
  urls: {},
}

describe('without a run', () => {
  it('the first use of a fixture says how to install the kit', async () => {
    const debitura = debituraFor(withoutRun('Install it'), newScope())
    for (const call of [debitura.cases.create(), debitura.clients.onboard(), debitura.cases.list()]) {
      const error = await failureOf(call)
      expect(error.code).toBe('DBT_NO_RUN')
      expect(error.message).toContain('Install it.')
      expect(error.stack).toContain('steward-client.test.ts')
    }
    expect(() => debitura.tag).toThrow(expect.objectContaining({ code: 'DBT_NO_RUN' }))
  })

  it('payloads can be built all the same', () => {
    const debitura = debituraFor(withoutRun('Install it'), newScope())
    expect(debitura.cases.build({ amountToRecover: 7 })).toMatchObject({ amountToRecover: 7 })
    expect(debitura.managedCases.build()).toHaveProperty('creditorCompanyName')
  })
})

describe('a run of another version', () => {
  it('is not joined', () => {
    expect(() => connectSteward({ ...address, protocol: PROTOCOL_VERSION + 1 })).toThrow(
      expect.objectContaining({ code: 'DBT_START_FAILED', message: expect.stringContaining('npm ls') }),
    )
  })
})

describe('a run that is not there', () => {
  it('is over, as far as its tests are concerned', async () => {
    rmSync(address.socket, { force: true })
    const steward = connectSteward(address)
    expect((await failureOf(steward.call('getClient', 'acme'))).code).toBe('DBT_RUN_OVER')
    expect((await failureOf(steward.call('getClient', 'acme'))).code).toBe('DBT_RUN_OVER')
  })
})

describe('a run that ends', () => {
  it('while a call is under way fails that call, and every later one', async () => {
    await using kit = await hostKit(sandbox)
    await kit.debitura.cases.list()
    const under = kit.debitura.cases.list()
    const outcomes = Promise.allSettled([under])
    await kit.end()
    const [outcome] = await outcomes
    if (outcome?.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'DBT_RUN_OVER' })
    expect((await failureOf(kit.debitura.cases.list())).code).toBe('DBT_RUN_OVER')
  })
})
