import { accountKey } from '../protocol/index.ts'
import type { Row } from './row.ts'

/**
 * Pages shift while they are read, so a row may come twice. A case that its collector sees too is the account's that
 * submitted it.
 */
export function distinct(listed: readonly Row[]): readonly Row[] {
  const rows = new Map<string, Row>()
  for (const row of listed) {
    const key = `${row.kind} ${row.kind === 'webhook' ? accountKey(row.account) : ''} ${row.id}`
    const known = rows.get(key)
    if (known === undefined || (known.kind === 'case' && known.account === undefined)) rows.set(key, row)
  }
  return [...rows.values()]
}
