import { createHash } from 'node:crypto'

/** Stands for what was sent: the same for the same values, however they are ordered. Bytes count as their digest. */
export const fingerprint = (sent: unknown): string => digest(JSON.stringify(sent, ordered))

const digest = (data: string | Uint8Array) => createHash('sha256').update(data).digest('base64url')

function ordered(_: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return digest(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
