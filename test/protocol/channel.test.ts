import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DebituraApiError, DebituraTestkitError } from '../../src/errors/index.ts'
import { openChannel } from '../../src/protocol/index.ts'

const refusal = {
  status: 400,
  operation: 'POST /cases',
  type: 'ValidationError',
  messages: ['debtor.name is required.'],
  solutionUrl: undefined,
  body: '{"error":"ValidationError"}',
}
const parts = { what: 'Failed to make a case', why: 'the debtor has no name', todo: 'Name it' }

const offered = {
  echo: (value: unknown) => value,
  refused: () => {
    throw new DebituraApiError(refusal, parts)
  },
  failed: async () => {
    throw new DebituraTestkitError({ ...parts, code: 'DBT_INVALID_PAYLOAD', cause: new Error('inner') })
  },
  broken: () => {
    throw new RangeError('a bug of ours')
  },
  odd: async () => {
    throw 'no error at all'
  },
  never: () => new Promise(() => undefined),
}

const directory = mkdtempSync(join(tmpdir(), 'dbt-'))
const path = process.platform === 'win32' ? '\\\\.\\pipe\\dbt-channel-test' : join(directory, 's')
const served: Socket[] = []
const server = createServer((socket) => {
  served.push(socket)
  openChannel({ readable: socket, writable: socket }, offered)
})

beforeAll(() => new Promise<void>((resolve) => void server.listen(path, resolve)))
afterAll(() => {
  for (const socket of served) socket.destroy()
  server.close()
  rmSync(directory, { recursive: true, force: true })
})

async function connected() {
  const socket = createConnection(path)
  await once(socket, 'connect')
  const channel = openChannel<typeof offered, object>({ readable: socket, writable: socket }, {})
  const call = (name: string, ...given: unknown[]): Promise<unknown> =>
    channel.$call(name as never, ...(given as never))
  return { socket, channel, call, [Symbol.dispose]: () => void socket.destroy() }
}

async function failureOf(call: Promise<unknown>): Promise<Error> {
  const outcome = await call.then(
    (value) => value,
    (error) => error,
  )
  expect(outcome).toBeInstanceOf(Error)
  return outcome as Error
}

describe('a call', () => {
  it('carries JSON values there and back, line breaks and all', async () => {
    using worker = await connected()
    const value = { text: 'zwei\nZeilen – ü 😀', e: 'a field of this name', none: null, list: [1, { r: 2 }] }
    expect(await worker.channel.echo(value)).toEqual(value)
  })

  it('can be one of many that are under way', async () => {
    using worker = await connected()
    const numbers = Array.from({ length: 500 }, (_, index) => index)
    expect(await Promise.all(numbers.map((number) => worker.channel.echo(number)))).toEqual(numbers)
  })

  it('that Debitura refused rejects with what Debitura said', async () => {
    using worker = await connected()
    const error = await failureOf(worker.channel.refused())
    expect(error).toBeInstanceOf(DebituraApiError)
    expect(error).toMatchObject({ ...refusal, ...parts, code: 'DBT_API_ERROR' })
  })

  it('that the kit refused rejects with the same code, and without the stack of the other side', async () => {
    using worker = await connected()
    const error = await failureOf(worker.channel.failed())
    expect(error).toBeInstanceOf(DebituraTestkitError)
    expect(error).not.toBeInstanceOf(DebituraApiError)
    expect(error).toMatchObject({ ...parts, code: 'DBT_INVALID_PAYLOAD' })
    expect(error.stack).not.toContain('at Object.failed')
  })

  it('that hits a bug rejects with the stack of the bug in its cause', async () => {
    using worker = await connected()
    const error = await failureOf(worker.channel.broken())
    expect(error.message).toContain('a bug of ours')
    expect(error.cause).toMatchObject({ stack: expect.stringContaining('at Object.broken') })
  })

  it('that throws what is no error rejects with an error that says it', async () => {
    using worker = await connected()
    expect((await failureOf(worker.channel.odd())).message).toContain('no error at all')
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'nothing', ''])(
    'of %j, which was not offered, is refused',
    async (name) => {
      using worker = await connected()
      expect((await failureOf(worker.call(name))).message).toContain(`function "${name}" not found`)
      expect(await worker.channel.echo('still here')).toBe('still here')
    },
  )

  it('that is under way when the channel is closed rejects with the reason', async () => {
    using worker = await connected()
    const over = new DebituraTestkitError({ ...parts, code: 'DBT_RUN_OVER' })
    const call = failureOf(worker.channel.never())
    await worker.channel.echo('sent after it')
    worker.channel.$close(over)
    expect(await call).toMatchObject({ code: 'DBT_RUN_OVER' })
  })
})

it.each([
  'not JSON',
  '{"t":"q"',
  'null',
  '7',
  '[]',
  '{"t":"q","m":"echo","i":"1"}',
  '{"t":"s","i":"nobody asked"}',
  '{"t":"s","i":"x","e":7}',
])('a line that no channel writes, %j, harms neither side', async (line) => {
  using worker = await connected()
  using stranger = await connected()
  stranger.socket.write(`${line}\n`)
  served.at(-1)?.write(`${line}\n`)
  expect(await worker.channel.echo('still here')).toBe('still here')
})
