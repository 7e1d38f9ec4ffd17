import type { Readable, Writable } from 'node:stream'
import { type BirpcReturn, createBirpc } from 'birpc'
import { fromWire, toWire, type WireError } from './wire-error.ts'

/** The two directions of one connection. */
export interface Wire {
  readonly readable: Readable
  readonly writable: Writable
}

/** Calls to the other side, typed. */
export type Channel<Remote extends object, Local extends object> = BirpcReturn<Remote, Local>

interface Message {
  readonly t?: 'q' | 's'
  /** Parameters of a call. */
  readonly a?: readonly unknown[]
  readonly e?: WireError
}

/**
 * Opens a two-way channel of calls, one JSON value a line, over a pair of streams. Calls have no time limit here:
 * whoever carries one out bounds it.
 */
export function openChannel<Remote extends object, Local extends object>(
  wire: Wire,
  local: Local,
): Channel<Remote, Local> {
  const { readable, writable } = wire
  const channel: Channel<Remote, Local> = createBirpc<Remote, Local>(local, {
    timeout: -1,
    bind: 'functions',
    // Only what was offered can be called, nothing that every object inherits.
    resolver: (name, resolved) => (Object.hasOwn(local, name) ? resolved : undefined),
    serialize: ({ e, ...message }) =>
      JSON.stringify(e === undefined ? message : { ...message, e: toWire(e) }),
    deserialize: readMessage,
    post: (line: string) => {
      if (writable.writable) writable.write(`${line}\n`)
    },
    on: (receive) => readLines(readable, receive),
  })
  return channel
}

/** An answer that nobody waits for. */
const NOTHING: Message = { t: 's' }

/** Reads a line. One that no channel writes means nothing: thrown from here, it would end the whole process. */
function readMessage(line: string): object {
  try {
    // Whoever is on the other side of the socket runs this same function.
    const message = (JSON.parse(line) ?? NOTHING) as Message
    if (message.e) return { ...message, e: fromWire(message.e) }
    // In a list, JSON writes what is undefined as null; no parameter of ours is null.
    return message.a ? { ...message, a: message.a.map((given) => given ?? undefined) } : message
  } catch {
    return NOTHING
  }
}

/** Splits a stream into lines. Parts of a line that come in several chunks are joined once, when it is complete. */
export function readLines(readable: Readable, receive: (line: string) => void): void {
  let parts: string[] = []
  readable.setEncoding('utf8')
  readable.on('data', (chunk: string) => {
    const lines = chunk.split('\n')
    parts.push(lines[0] ?? '')
    for (const line of lines.slice(1)) {
      const complete = parts.join('')
      parts = [line]
      if (complete !== '') receive(complete)
    }
  })
}
