import { DebituraApiError, DebituraTestkitError } from '../../errors/index.ts'
import type { Ledger } from '../ledger.ts'

/** Refused before anything was sent, so certainly not made. */
const NEVER_SENT = [
  'DBT_MISSING_KEY',
  'DBT_INVALID_PAYLOAD',
  'DBT_INVALID_TAG',
  'DBT_HOST_NOT_ALLOWED',
  'DBT_SETTINGS',
]

/**
 * Whether a failed create certainly made nothing. An answer in the 400s is a refusal; anything else (an answer that was
 * lost, a 500) may have been carried out.
 */
function isRefusal(error: unknown): boolean {
  if (error instanceof DebituraApiError) return error.status < 500
  return error instanceof DebituraTestkitError && NEVER_SENT.includes(error.code)
}

/** Makes something that the ledger knows about: whatever happens to the request, the ledger has what it means. */
export async function settled<T>(ledger: Ledger, key: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request()
  } catch (error) {
    ledger.settle(key, isRefusal(error) ? 'refused' : 'uncertain')
    throw error
  }
}
