import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SpawnFailed, spawnProcess } from '../../src/steward/spawn-process.ts'

const HERE = fileURLToPath(import.meta.url)

/** Starts another command than the one that was wanted. */
const instead = (command: string) =>
  ((_: string, given: string[], options: object) => spawn(command, given, options)) as typeof spawn

describe('a process that cannot be started', () => {
  it('says so at once where node forbids it', () => {
    const forbidden = () => {
      throw Object.assign(new Error('Access to this API has been restricted'), { code: 'ERR_ACCESS_DENIED' })
    }
    expect(() => spawnProcess(HERE, {}, forbidden)).toThrow(SpawnFailed)
  })

  it('says so at once where too many files are open, and the error that comes later ends nothing', () => {
    // What node gives back on EMFILE.
    const child = new EventEmitter() as ChildProcess
    expect(() => spawnProcess(HERE, {}, (() => child) as unknown as typeof spawn)).toThrow(SpawnFailed)
    child.emit('error', Object.assign(new Error('spawn EMFILE'), { code: 'EMFILE' }))
  })

  it('says so soon where the command does not exist', async () => {
    const { failed } = spawnProcess(HERE, {}, instead('/nowhere/node'))
    await expect(failed).rejects.toMatchObject({
      name: 'SpawnFailed',
      message: expect.stringContaining('ENOENT'),
    })
  })
})
