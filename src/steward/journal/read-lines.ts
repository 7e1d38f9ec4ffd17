import { createReadStream } from 'node:fs'

/** What reading holds on to, whatever the file is. */
const LONGEST_LINE = 65_536
const LONGEST_FILE = 256_000_000

/** A file that is no journal, whatever its name says. */
export class TooLong extends Error {
  override readonly name = 'TooLong'
}

/**
 * Reads a file line by line, without ever holding more than one. One that is too long is given
 * as one that says nothing; one that does not end is given all the same: whoever reads it finds out what it is worth.
 * @throws TooLong; whatever the system says
 */
export async function* readLines(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: LONGEST_LINE })
  let rest = ''
  let read = 0
  let skipping = false
  for await (const chunk of stream as AsyncIterable<string>) {
    read += chunk.length
    if (read > LONGEST_FILE) throw new TooLong(`it is longer than ${LONGEST_FILE / 1_000_000} MB`)
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      yield skipping || line.length > LONGEST_LINE ? '?' : line
      skipping = false
    }
    if (rest.length > LONGEST_LINE) {
      rest = ''
      skipping = true
    }
  }
  if (skipping) yield '?'
  else if (rest !== '') yield rest
}
