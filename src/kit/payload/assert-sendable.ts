import { DebituraTestkitError } from '../../errors/index.ts'

/**
 * Refuses values that JSON has no word for. It would throw over some without saying where they are, and write `null`
 * for others.
 * @throws DebituraTestkitError `DBT_INVALID_PAYLOAD` naming the field.
 */
export function assertSendable(given: unknown): void {
  visit(given, [], [])
}

function visit(value: unknown, path: readonly string[], within: readonly object[]): void {
  if (typeof value === 'bigint') throw unsendable(path, `is ${value}n`, 'Give a number')
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw unsendable(path, `is ${value}`, 'Give a finite number, or leave it out')
  }
  // What writes itself, a date say, is its own concern.
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return
  if (within.includes(value)) throw unsendable(path, 'contains itself', 'Give plain values')
  for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name], [...within, value])
}

function unsendable(path: readonly string[], why: string, todo: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_INVALID_PAYLOAD',
    what: 'Failed to send what the test gives',
    why: `${path.length === 0 ? 'a value' : `\`${path.join('.')}\``} ${why}, which cannot be sent`,
    todo,
  })
}
