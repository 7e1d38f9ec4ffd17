import type { Operation } from '../../contract/index.ts'
import { type Fate, fateOf } from '../../debitura/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import type { Ledger } from '../ledger.ts'

/** Refused before anything was sent, so certainly not made. */
const NEVER_SENT = [
  'DBT_MISSING_KEY',
  'DBT_INVALID_PAYLOAD',
  'DBT_INVALID_TAG',
  'DBT_HOST_NOT_ALLOWED',
  'DBT_SETTINGS',
]

/** What became of a create that failed. Of what nothing is known, it may have been carried out. */
function fateOfCreate(error: unknown, operation: Operation): Fate {
  if (error instanceof DebituraTestkitError && NEVER_SENT.includes(error.code)) return { carriedOut: 'no' }
  return fateOf(error, operation) ?? { carriedOut: 'perhaps' }
}

/** Makes something that the ledger knows about: whatever happens to the request, the ledger has what it means. */
export async function settled<T>(
  ledger: Ledger,
  key: string,
  operation: Operation,
  request: () => Promise<T>,
): Promise<T> {
  try {
    return await request()
  } catch (error) {
    settleFailed(ledger, key, fateOfCreate(error, operation))
    throw error
  }
}

function settleFailed(ledger: Ledger, key: string, fate: Fate): void {
  if (fate.carriedOut === 'no') {
    ledger.settle(key, 'refused')
    return
  }
  // Whose a client is that was answered, only a readable answer tells: it is asked again before it is reset.
  const isCertain = fate.carriedOut === 'yes' && ledger.get(key)?.kind !== 'client'
  if (isCertain) ledger.settle(key, 'made', idIn(fate.answer))
  else ledger.settle(key, 'uncertain')
}

/** The id in an answer that is otherwise not what it should be. */
function idIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('id' in answer)) return undefined
  return typeof answer.id === 'string' && answer.id !== '' ? answer.id : undefined
}
