import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stateDirectory } from '../../../src/steward/journal/state-directory.ts'

let base: string

beforeEach(() => {
  base = mkdtempSync(join(realpathSync(tmpdir()), 'dbt-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

/** Where no folder can be made, by root neither. */
function unwritable(): string {
  const file = join(base, 'file')
  writeFileSync(file, '')
  return file
}

const refusal = (why: RegExp) =>
  expect.objectContaining({ code: 'DBT_START_FAILED', message: expect.stringMatching(why) })

describe.skipIf(process.platform === 'win32')('the folder of sockets and journals', () => {
  it('is made, closed to others, and used again', () => {
    const path = stateDirectory(base)
    expect(path.startsWith(base)).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(stateDirectory(base)).toBe(path)
  })

  it.each([0o755, 0o770, 0o707, 0o701])('that others may enter (%o) is refused', (mode) => {
    const path = stateDirectory(base)
    chmodSync(path, mode)
    expect(() => stateDirectory(base)).toThrow(
      refusal(/is not a folder that is closed to other users.*TMPDIR/),
    )
  })

  it('that is a link to another is refused', () => {
    const path = stateDirectory(base)
    rmSync(path, { recursive: true })
    mkdirSync(join(base, 'elsewhere'), { mode: 0o700 })
    symlinkSync(join(base, 'elsewhere'), path)
    expect(() => stateDirectory(base)).toThrow(refusal(/is not a folder/))
  })

  it('that is a link to nowhere is refused', () => {
    const path = stateDirectory(base)
    rmSync(path, { recursive: true })
    symlinkSync(join(base, 'nowhere'), path)
    expect(() => stateDirectory(base)).toThrow(refusal(/TMPDIR/))
  })

  it('that is a file is refused', () => {
    const path = stateDirectory(base)
    rmSync(path, { recursive: true })
    writeFileSync(path, '', { mode: 0o600 })
    expect(() => stateDirectory(base)).toThrow(refusal(/is not a folder/))
  })

  it.skipIf(process.getuid?.() !== 0)('that belongs to somebody else is refused', () => {
    const path = stateDirectory(base)
    chownSync(path, 65_534, 65_534)
    expect(() => stateDirectory(base)).toThrow(refusal(/belongs to another user.*TMPDIR/))
    expect(() => stateDirectory(unwritable(), [base])).toThrow(refusal(/belongs to another user.*TMPDIR/))
  })

  it('is in the next place where none can be made in the first, each time', () => {
    const path = stateDirectory(unwritable(), [base])
    expect(path.startsWith(base)).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(stateDirectory(unwritable(), [unwritable(), base])).toBe(path)
  })

  it.skipIf(process.platform !== 'linux')(
    'is in the next place where the first takes no folder at all',
    () => {
      expect(stateDirectory('/proc', [base]).startsWith(base)).toBe(true)
    },
  )

  // Its mode keeps nobody out who is root.
  it.skipIf(process.getuid?.() === 0)(
    'is in the next place where the one that is there takes no file',
    () => {
      const elsewhere = join(base, 'elsewhere')
      mkdirSync(elsewhere)
      const path = stateDirectory(base)
      chmodSync(path, 0o500)
      expect(stateDirectory(base, [elsewhere]).startsWith(elsewhere)).toBe(true)
    },
  )

  it('is where everybody has a place, unless told otherwise', () => {
    expect(stateDirectory(unwritable())).toMatch(/^\/tmp\/debitura-testkit-/)
  })

  it('that others may enter is refused also where it is not the first', () => {
    chmodSync(stateDirectory(base), 0o755)
    expect(() => stateDirectory(unwritable(), [base])).toThrow(refusal(/closed to other users/))
  })

  it('that can be made nowhere is an error that names each place, and says what to do', () => {
    const other = join(unwritable(), 'other')
    expect(() => stateDirectory(unwritable(), [other])).toThrow(
      refusal(/file\/debitura-testkit-.*ENOTDIR.*file\/other\/debitura-testkit-.*ENOTDIR.*TMPDIR/),
    )
  })

  it('is elsewhere where the path would be too long for a socket', () => {
    const deep = join(base, 'd'.repeat(60))
    const path = stateDirectory(deep)
    expect(path.startsWith('/tmp/')).toBe(true)
    expect(Buffer.byteLength(join(path, 'x'.repeat(21)))).toBeLessThanOrEqual(103)
  })
})
