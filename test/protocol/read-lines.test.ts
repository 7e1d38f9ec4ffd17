import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLines } from '../../src/protocol/index.ts'

/** What is read of bytes that arrive in such chunks. */
async function readChunks(chunks: readonly Uint8Array[]): Promise<string[]> {
  const stream = new PassThrough()
  const lines: string[] = []
  readLines(stream, (line) => lines.push(line))
  const ended = new Promise((resolve) => stream.on('end', resolve))
  for (const chunk of chunks) stream.write(chunk)
  stream.end()
  await ended
  return lines
}

/** Cuts bytes at places given as parts of the whole. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...places.map((place) => Math.floor(place * bytes.length)), bytes.length].sort(
    (a, b) => a - b,
  )
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
}

const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\n\r]/.test(text))
const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })

it('lines are the same however their bytes are cut, in the middle of a character too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line), places, async (lines, cuts) => {
      const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(''))
      expect(await readChunks(cut(bytes, cuts))).toEqual(lines)
    }),
  )
})

it('a line that arrives byte by byte is read as one', async () => {
  const text = JSON.stringify({ name: 'Weserblick – 😀 \u{10ffff}', amount: 1500 })
  expect(await readChunks([...Buffer.from(`${text}\n`)].map((byte) => Uint8Array.of(byte)))).toEqual([text])
})

it('blank lines, and a last one without an end, are no lines', async () => {
  expect(await readChunks([Buffer.from('\n\none\n\n'), Buffer.from('\ntwo\nbroken off')])).toEqual([
    'one',
    'two',
  ])
})
